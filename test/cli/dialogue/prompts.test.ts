import { render } from '@inquirer/testing';
import { describe, expect, it } from 'vitest';
import type { ListQuestion, RateQuestion } from '../../../src/cli/dialogue/asker.ts';
import { listPrompt } from '../../../src/cli/dialogue/list-prompt.ts';
import { ratePrompt } from '../../../src/cli/dialogue/rate-prompt.ts';
import { paintNothing } from '../../../src/report/paint.ts';
import { scale } from '../../support/make-catalog.ts';

const screen =
  (columns = 80) =>
  () => ({ columns, rows: 24, paint: paintNothing });
const labels = ['Java', 'JavaScript', 'Kafka'];
const list: ListQuestion = {
  title: 'Which?',
  above: [],
  choices: labels.map((label) => ({ label, hint: '' })),
  find: (query) => labels.flatMap((label, i) => (label.toLowerCase().includes(query.toLowerCase()) ? [i] : [])),
  start: 0,
  levels: 0,
  escape: 'back',
};
const rate: RateQuestion = {
  title: 'Kafka',
  why: 'tells most',
  levels: scale.levels,
  start: 3,
  fitsAt: (level) => [{ title: 'Developer', fit: 10 * level, likely: 10 * level, high: 90, verdict: 'far', tone: 'poor' }],
};

describe('the list', () => {
  it('finds as you type, and Enter takes the marked one', async () => {
    const { answer, events, getScreen } = await render(listPrompt, { question: list, several: false, screen: screen() });
    events.type('java');
    expect(getScreen()).toContain('❯ Java');
    expect(getScreen()).not.toContain('Kafka');
    events.keypress('down');
    events.keypress('enter');
    expect(await answer).toEqual({ kind: 'answer', value: [1] });
  });

  it('marks several in the order of picking; Enter on an empty line goes on', async () => {
    const { answer, events, getScreen } = await render(listPrompt, { question: list, several: true, screen: screen() });
    events.keypress('down');
    events.keypress('down');
    events.keypress('space');
    events.type('jav');
    events.keypress('enter');
    expect(getScreen()).toContain('2 marked: Kafka, Java');
    events.keypress('enter');
    expect(await answer).toEqual({ kind: 'answer', value: [2, 0] });
  });

  it('Esc clears what is typed first, then goes back', async () => {
    const { answer, events, getScreen } = await render(listPrompt, { question: list, several: false, screen: screen() });
    events.type('kaf');
    events.keypress('escape');
    expect(getScreen()).toContain('JavaScript');
    events.keypress('escape');
    expect(await answer).toEqual({ kind: 'back' });
  });

  it('sets a level by a digit where that is offered', async () => {
    const { answer, events } = await render(listPrompt, { question: { ...list, levels: 5 }, several: false, screen: screen() });
    events.type('4');
    expect(await answer).toEqual({ kind: 'level', value: [0], level: 4 });
  });
});

describe('the rating', () => {
  it.each([
    ['2', { kind: 'answer', value: 2 }],
    ['enter', { kind: 'answer', value: 3 }],
    ['u', { kind: 'back' }],
    ['escape', { kind: 'back' }],
    ['s', { kind: 'skip' }],
    ['q', { kind: 'stop' }],
  ])('%s', async (key, reply) => {
    const { answer, events } = await render(ratePrompt, { question: rate, screen: screen() });
    events.keypress(key);
    expect(await answer).toEqual(reply);
  });

  it('shows the anchor sentences, and the fits follow the arrows', async () => {
    const { answer, events, getScreen } = await render(ratePrompt, { question: rate, screen: screen() });
    expect(getScreen()).toContain('❯ 3 competent          works alone on routine tasks');
    expect(getScreen()).toMatch(/Developer .*30–90/);
    events.keypress('down');
    expect(getScreen()).toMatch(/❯ 4 proficient[\s\S]*Developer .*40–90/);
    events.keypress('enter');
    expect(await answer).toEqual({ kind: 'answer', value: 4 });
  });

  it.each([40, 80, 120])('no line is as wide as a screen of %i columns', async (columns) => {
    const { answer, events, getScreen } = await render(ratePrompt, {
      question: { ...rate, title: `${'long '.repeat(60)}\u001b[31m` },
      screen: screen(columns),
    });
    for (const line of getScreen().split('\n')) expect(line.length).toBeLessThan(columns);
    expect(getScreen({ raw: true })).not.toContain('\u001b[31m');
    events.keypress('q');
    await answer;
  });
});

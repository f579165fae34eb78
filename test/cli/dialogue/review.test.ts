import { render } from '@inquirer/testing';
import { describe, expect, it } from 'vitest';
import type { ReviewQuestion } from '../../../src/cli/dialogue/asker.ts';
import { reviewPlainly } from '../../../src/cli/dialogue/plain-review.ts';
import { reviewPrompt } from '../../../src/cli/dialogue/review-prompt.ts';
import { paintNothing } from '../../../src/report/paint.ts';
import { scale } from '../../support/make-catalog.ts';

const question: ReviewQuestion = {
  title: 'cv.txt: 2 skills found, 1 name unknown',
  rows: [
    { label: 'Java', hint: 'line 1: "Java (expert)"', group: 'Said', level: 5, taken: 5 },
    { label: 'Kafka', hint: 'line 2: "Kafka"', group: 'Assumed', level: 2, taken: 2 },
    { label: 'kubernets → Kubernetes', hint: 'skills[0]', group: 'Unknown', level: undefined, taken: 2 },
  ],
  words: scale.levels.map((level) => level.word),
  enter: 'writes me.yaml',
};
const screen =
  (columns = 80) =>
  () => ({ columns, rows: 24, paint: paintNothing });

describe('the review', () => {
  it('shows a line a finding under what it is, with level and source, and what the keys do', async () => {
    const { answer, events, getScreen } = await render(reviewPrompt, { question, screen: screen() });
    const lines = getScreen().split('\n');
    expect(lines.slice(0, 7)).toEqual([
      'cv.txt: 2 skills found, 1 name unknown',
      'Said',
      expect.stringMatching(/^❯ 5 Java {2,}line 1: "Java \(expert\)"$/),
      'Assumed',
      expect.stringMatching(/^ {2}2 Kafka {2,}line 2: "Kafka"$/),
      'Unknown',
      expect.stringMatching(/^ {2}– kubernets → Kubernetes {2,}skills\[0\]$/),
    ]);
    expect(getScreen()).toContain('0–5 sets the level');
    expect(getScreen()).toContain('Enter writes me.yaml');
    events.keypress('enter');
    expect(await answer).toEqual({ kind: 'answer', value: [5, 2, undefined] });
  });

  it.each<[string, readonly string[], readonly (number | undefined)[]]>([
    ['a digit sets the level of the marked one', ['4', 'down', '1'], [4, 1, undefined]],
    ['a digit beyond the scale does nothing', ['9'], [5, 2, undefined]],
    ['d drops, and again brings it back', ['d', 'down', 'd', 'up', 'd'], [5, undefined, undefined]],
    ['space drops as well', ['space'], [undefined, 2, undefined]],
    ['a takes what is nearest, and leaves the others', ['a', 'end', 'a'], [5, 2, 2]],
    ['a digit takes it at that level', ['down', 'down', '3'], [5, 2, 3]],
    ['u goes back one change at a time', ['4', '3', 'down', 'd', 'u', 'u'], [4, 2, undefined]],
    ['u without a change does nothing', ['u'], [5, 2, undefined]],
    ['the mark stays in the list', ['up', '1', 'pagedown', 'down', 'a'], [1, 2, 2]],
  ])('%s', async (_, keys, levels) => {
    const { answer, events } = await render(reviewPrompt, { question, screen: screen() });
    for (const key of keys) events.keypress(key);
    events.keypress('enter');
    expect(await answer).toEqual({ kind: 'answer', value: levels });
  });

  it.each(['escape', 'q'])('%s leaves all as it was', async (key) => {
    const { answer, events } = await render(reviewPrompt, { question, screen: screen() });
    events.keypress('d');
    events.keypress(key);
    expect(await answer).toEqual({ kind: 'back' });
  });

  it.each([40, 80, 120])('no line is as wide as a screen of %i columns, and none is a command to it', async (columns) => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      ...(question.rows[0] as ReviewQuestion['rows'][number]),
      label: `\u001b[31m${'long '.repeat(40)}${i}`,
      hint: 'line '.repeat(60),
    }));
    const { answer, events, getScreen } = await render(reviewPrompt, {
      question: { ...question, rows },
      screen: screen(columns),
    });
    events.keypress('pagedown');
    for (const line of getScreen().split('\n')) expect(line.length).toBeLessThan(columns);
    expect(getScreen().split('\n').length).toBeLessThan(24);
    expect(getScreen({ raw: true })).not.toContain('\u001b[31m');
    events.keypress('q');
    await answer;
  });
});

describe('the review in plain lines', () => {
  const run = async (typed: readonly string[]): Promise<{ reply: unknown; said: string }> => {
    const said: string[] = [];
    const left = [...typed];
    const ask = async (): Promise<string | { kind: 'stop' }> => left.shift() ?? { kind: 'stop' };
    return { reply: await reviewPlainly(question, { say: (line) => said.push(line), ask }), said: said.join('\n') };
  };

  it('numbers all, says what changes, and ends by an empty line', async () => {
    const { reply, said } = await run(['1=3', 'd 2', 'a 3', 'u', '']);
    expect(reply).toEqual({ kind: 'answer', value: [3, undefined, undefined] });
    expect(said).toContain('1. Java, level 5; line 1: "Java (expert)"');
    expect(said).toContain('1. Java, level 3;');
    expect(said).toContain('2. Kafka, does not count;');
  });

  it.each(['7=1', '1=9', 'd 0', 'what'])('%s is told to be no change', async (typed) => {
    const { reply, said } = await run([typed, '']);
    expect(reply).toEqual({ kind: 'answer', value: [5, 2, undefined] });
    expect(said).toContain('That is no change');
  });

  it.each<[readonly string[], unknown]>([
    [['d 1', 'q'], { kind: 'back' }],
    [['d 1'], { kind: 'stop' }],
  ])('%j changes nothing', async (typed, reply) => {
    expect((await run(typed)).reply).toEqual(reply);
  });
});

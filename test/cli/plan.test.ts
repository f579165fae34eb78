import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../support/make-folder.ts';
import { runCli } from '../support/run-cli.ts';

const mira = ['-p', 'data/examples/bootcamp-graduate.yaml'];
const beginner = ['--skills', 'java=1'];

interface Step {
  order: number;
  skill: string;
  from: number;
  to: number;
  hours: { low: number; typical: number; high: number };
  gain: number;
  do: string;
  resources: { url: string }[];
  weeks: [number, number];
}

interface PlanJson {
  results: [
    {
      milestones: { afterStep: number; role: string; verdict: string }[];
      roles: string[];
      goal: unknown;
      status: string;
      gapPercent: number | null;
      hours: { low: number; typical: number; high: number };
      before: Record<string, number>;
      after: Record<string, number>;
      exactBefore: Record<string, number>;
      exactAfter: Record<string, number>;
      steps: Step[];
      alone?: { role: string; hours: { typical: number } }[];
      blocked?: { requirements: { id: string }[] }[];
    },
  ];
}

async function planOf(argv: readonly string[]): Promise<PlanJson['results'][0]> {
  const { stdout } = await runCli(['plan', ...argv, '-f', 'json']);
  return (JSON.parse(stdout) as PlanJson).results[0];
}

describe('plan', () => {
  test('json: hours are the sum of the steps, gains the way from before to after, and fit agrees to the last bit', async () => {
    const plan = await planOf(['junior-backend-engineer', ...mira, '--assume', 'none']);
    expect(plan).toMatchObject({
      roles: ['junior-backend-engineer'],
      goal: { reach: 'ready' },
      status: 'optimal',
      gapPercent: 0,
    });
    for (const kind of ['low', 'typical', 'high'] as const) {
      expect(plan.steps.reduce((sum, step) => sum + step.hours[kind], 0)).toBe(plan.hours[kind]);
    }
    const gained = plan.steps.reduce((sum, step) => sum + step.gain, 0);
    const role = 'junior-backend-engineer';
    expect((plan.exactBefore[role] ?? 0) + gained).toBeCloseTo(plan.exactAfter[role] ?? 0, 9);
    const steps = plan.steps.map((step) => `${step.skill}=${step.to}`);
    expect(plan.steps.every((step) => step.do.length > 20 && step.resources.length > 0)).toBe(true);
    const learned = await runCli(['fit', role, ...mira, '--skills', steps.join(), '-f', 'json']);
    const fit = (JSON.parse(learned.stdout) as { results: [{ exactScore: number; verdict: string }] }).results[0];
    expect(fit).toMatchObject({ exactScore: plan.exactAfter[role], verdict: 'ready' });
  });

  test('pace scales hours and weeks, not the choice of steps', async () => {
    const plain = await planOf(['junior-backend-engineer', ...mira]);
    const slow = await planOf(['junior-backend-engineer', ...mira, '--pace', '1.5']);
    expect(slow.steps.map((step) => step.skill)).toEqual(plain.steps.map((step) => step.skill));
    expect(slow.hours.typical).toBe(1.5 * plain.hours.typical);
  });

  test('weeks are a budget: 4 weeks of 15 h hold 60 h at most', async () => {
    const plan = await planOf(['junior-backend-engineer', ...mira, '--weeks', '4']);
    expect(plan.goal).toEqual({ hours: 60 });
    expect(plan.hours.typical).toBeLessThanOrEqual(60);
    expect(plan.steps.at(-1)?.weeks[1]).toBeLessThanOrEqual(4);
  });

  test('several roles: one plan, and what each would cost alone', async () => {
    const plan = await planOf(['junior-backend-engineer', 'backend-developer', '--reach', '60', ...mira]);
    const alone = (plan.alone ?? []).map((one) => one.hours.typical);
    expect(alone).toHaveLength(2);
    expect(plan.hours.typical).toBeGreaterThanOrEqual(Math.max(...alone));
    expect(plan.hours.typical).toBeLessThanOrEqual(alone.reduce((sum, one) => sum + one, 0));
  });

  test('cannot be reached: exit 1, and the requirements that stand in the way', async () => {
    const argv = ['plan', 'junior-backend-engineer', ...mira, '--reach', '100', '--exclude', 'code reviews'];
    const { code, stdout } = await runCli([...argv, '-f', 'json']);
    const [plan] = (JSON.parse(stdout) as PlanJson).results;
    expect([code, plan.status, plan.steps]).toEqual([1, 'unreachable', []]);
    expect(plan.blocked?.[0]?.requirements.map((one) => one.id)).toEqual(['code-reviews-with-feedback-both-ways']);
    expect((await runCli(argv)).stdout).toContain('cannot be reached');
  });

  test('wrong usage exits 2 and says what to write', async () => {
    for (const more of [
      ['--reach', 'soon'],
      ['--reach', '101'],
      ['--hours', '10', '--weeks', '2'],
      ['--start', '2026-02-30'],
      ['--start', '9999-12-27'],
      ['--exclude', 'gti'],
    ]) {
      const { code, stderr } = await runCli(['plan', 'junior-backend-engineer', ...mira, ...more]);
      expect([more, code]).toEqual([more, 2]);
      expect(stderr).toMatch(/error: /);
    }
  });

  test('ics: a calendar program reads the steps, their days and their text', async () => {
    const { stdout } = await runCli(['plan', 'junior-backend-engineer', ...mira, '--start', '2027-01-04', '-f', 'ics']);
    const plan = await planOf(['junior-backend-engineer', ...mira]);
    for (const line of stdout.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const events = new ICAL.Component(ICAL.parse(stdout)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    expect(events).toHaveLength(plan.steps.length + plan.milestones.length);
    expect(new Set(events.map((event) => event.uid)).size).toBe(events.length);
    events.slice(0, plan.steps.length).forEach((event, i) => {
      const step = plan.steps[i] as Step;
      const [first, last] = step.weeks;
      const day = (weeks: number): string => new Date(Date.UTC(2027, 0, 4 + 7 * weeks)).toISOString().slice(0, 10);
      expect([event.startDate.toString(), event.endDate.toString()]).toEqual([day(first - 1), day(last)]);
      expect(event.startDate.isDate).toBe(true);
      expect(event.description).toContain(step.do);
      expect(event.description).toContain(step.resources[0]?.url);
    });
  });

  test('ics: a milestone is one day, the last of the week in which its step ends at the latest', async () => {
    const { stdout } = await runCli(['plan', 'junior-backend-engineer', ...mira, '--start', '2027-01-04', '-f', 'ics']);
    const plan = await planOf(['junior-backend-engineer', ...mira]);
    const events = new ICAL.Component(ICAL.parse(stdout)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    const days = plan.milestones.map(({ afterStep }) => {
      const week = Math.max(...plan.steps.slice(0, afterStep).map((step) => step.weeks[1]));
      return new Date(Date.UTC(2027, 0, 4 + 7 * week - 1)).toISOString().slice(0, 10);
    });
    expect(days.length).toBeGreaterThan(0);
    expect(events.slice(plan.steps.length).map((event) => event.startDate.toString())).toEqual(days);
  });

  test('the same command gives the same bytes, in each format', async () => {
    for (const format of ['table', 'json', 'csv', 'markdown', 'ics', 'mermaid']) {
      const argv = ['plan', 'junior-backend-engineer', ...mira, '-f', format];
      const [one, two] = [await runCli(argv), await runCli(argv)];
      expect([format, one.code]).toEqual([format, 0]);
      expect(one.stdout).toBe(two.stdout);
      expect(one.stdout.length).toBeGreaterThan(200);
    }
  });

  test('markdown is a checklist, mermaid a Gantt chart, csv a row a step', async () => {
    const argv = ['plan', 'junior-backend-engineer', ...mira, '--start', '2027-01-04', '-f'];
    const { length } = (await planOf(['junior-backend-engineer', ...mira])).steps;
    expect((await runCli([...argv, 'markdown'])).stdout.match(/^- \[ \] \*\*/gm)).toHaveLength(length);
    const gantt = (await runCli([...argv, 'mermaid'])).stdout;
    expect(gantt).toMatch(/^gantt\n {2}title Plan/);
    expect(gantt.match(/ :s\d+, 2027-\d\d-\d\d, \d+d$/gm)).toHaveLength(length);
    expect((await runCli([...argv, 'csv'])).stdout.trim().split('\n')).toHaveLength(length + 1);
  });

  // A plan that takes a while, stopped after a second.
  const slow = ['plan', 'principal-api-architect', 'senior-backend-developer', 'java-spring-boot-microservices'];
  const stopSlow = (flags: readonly string[], env: Record<string, string> = {}): ReturnType<typeof runCli> =>
    runCli([...slow, '--reach', '93', '--skills', 'git=1', ...flags], {
      interrupt: new Promise<void>((done) => setTimeout(done, 2000)),
      isTTY: true,
      env,
      now: () => new Date(),
    });

  test('Ctrl-C during a solve exits 130 and leaves the terminal clean', async () => {
    const { code, stdout, stderr } = await stopSlow([]);
    expect([code, stdout]).toEqual([130, '']);
    expect(stderr).toContain('looking for the cheapest plan, 1 s (Ctrl-C stops)');
    expect(stderr.endsWith('\r\u001b[K')).toBe(true);
  });

  test('tells of no progress when it is to be quiet, nor on a terminal that cannot go back in a line', async () => {
    const both = await Promise.all([stopSlow(['--quiet']), stopSlow([], { TERM: 'dumb' })]);
    expect(both.map(({ code, stderr }) => [code, stderr])).toEqual([
      [130, ''],
      [130, ''],
    ]);
  });

  test('fits 40 columns', async () => {
    const { stdout } = await runCli(['plan', 'junior-backend-engineer', ...mira, '--width', '40']);
    const long = stdout.split('\n').filter((line) => line.length > 40 && !line.includes('https://'));
    expect(long).toEqual([]);
  });
});

describe('route', () => {
  test('an intermediate role at every grade, each near on its first day, the hops adding up', async () => {
    // A beginner: Mira's job stands above the first grade already.
    const { code, stdout } = await runCli(['route', 'backend-developer', ...beginner, '-f', 'json']);
    const [route] = (JSON.parse(stdout) as { results: [RouteJson] }).results;
    expect(code).toBe(0);
    expect(route.hops.map((hop) => hop.role)).toEqual(['junior-backend-engineer', 'backend-developer']);
    expect(route.hops.reduce((sum, hop) => sum + hop.hours.typical, 0)).toBe(route.hours.typical);
    expect(route.hours.typical).toBeGreaterThanOrEqual(route.directHours.typical);
    expect(route.directViable).toBe(false);
    for (const hop of route.hops) expect(hop.fitAtStart).toBeGreaterThanOrEqual(65 - 1e-9);
  });

  test('--from needs no profile, and one grade up is a viable move', async () => {
    const { stdout } = await runCli(['route', 'backend-developer', '--from', 'junior-backend-engineer', '-f', 'json']);
    const [route] = (JSON.parse(stdout) as { results: [RouteJson] }).results;
    expect(route).toMatchObject({ from: 'junior-backend-engineer', to: 'backend-developer', directViable: true });
    expect(route.hops).toHaveLength(1);
  });

  test('a tree on a screen, a flowchart in mermaid', async () => {
    const argv = ['route', 'backend-developer', ...beginner];
    expect((await runCli(argv)).stdout).toMatch(/You.*\n└─ Junior Backend Engineer.*\n {3}└─ Backend Developer/);
    expect((await runCli([...argv, '-f', 'mermaid'])).stdout).toMatch(/^flowchart TD\n {2}n0\["You"\]\n/);
  });
});

interface RouteJson {
  hops: { role: string; hours: { typical: number }; fitAtStart: number }[];
  hours: { typical: number };
  directHours: { typical: number };
  directViable: boolean;
}

describe('what-if', () => {
  test('--set: before is fit now, after is fit with that declared, to the last bit', async () => {
    interface Row {
      role: string;
      before: { exactScore: number };
      after: { exactScore: number };
    }
    const { stdout } = await runCli([
      'what-if',
      '--skills',
      'java=3,kafka=1',
      '--set',
      'kafka=4',
      '--set',
      'docker=2',
      '--assume',
      'none',
      '-f',
      'json',
    ]);
    const fits = async (skills: string): Promise<Map<string, number>> => {
      const { results } = JSON.parse((await runCli(['fit', '--skills', skills, '-f', 'json'])).stdout) as {
        results: { role: string; exactScore: number }[];
      };
      return new Map(results.map((one) => [one.role, one.exactScore]));
    };
    const [before, after] = [await fits('java=3,kafka=1'), await fits('java=3,kafka=4,docker=2')];
    for (const row of (JSON.parse(stdout) as { results: Row[] }).results) {
      expect([row.before.exactScore, row.after.exactScore]).toEqual([before.get(row.role), after.get(row.role)]);
    }
  });

  test('with nothing set, the single steps come best an hour first', async () => {
    const { stdout } = await runCli(['what-if', 'junior-backend-engineer', ...mira, '-f', 'json']);
    const rates = (JSON.parse(stdout) as { results: { gainPerHour: number }[] }).results.map((one) => one.gainPerHour);
    for (const [i, rate] of rates.slice(1).entries()) expect(rate).toBeLessThanOrEqual((rates[i] ?? 0) + 1e-9);
    expect(rates.length).toBe(10);
  });

  test("with no role named, it works for the target: the profile's, else the one that match takes", async () => {
    const skills = ['--skills', 'java=4,spring-boot=3,sql=3'];
    const json = async <T>(argv: readonly string[]): Promise<T> =>
      JSON.parse((await runCli([...argv, '-f', 'json'])).stdout) as T;
    const { target } = await json<{ target: { role: string } }>(['match', ...skills]);
    const { roles, results } = await json<{ roles: string[]; results: object[] }>(['what-if', ...skills]);
    expect(roles).toEqual([target.role]);
    expect(results).toEqual((await json<{ results: object[] }>(['what-if', target.role, ...skills])).results);
    const reached = await json<{ results: { roles: string[] }[] }>(['what-if', '--reach', '40', ...skills]);
    expect(reached.results.map((one) => one.roles)).toEqual([[target.role]]);
    const stdin = '{"skills":{"java":4},"targets":["principal-api-architect"]}';
    const declared = await runCli(['what-if', '-p', '-', '-f', 'json'], { stdin });
    expect((JSON.parse(declared.stdout) as { roles: string[] }).roles).toEqual(['principal-api-architect']);
  });

  test('--reach answers in one line', async () => {
    const { stdout } = await runCli(['what-if', '--reach', 'ready', 'junior-backend-engineer', ...mira, '--width', '1000']);
    expect(stdout).toMatch(/^Junior Backend Engineer, ready, for 300 h: .* → .*\. Proven optimal.*\n\nTaken for granted, .*\n$/);
  });
});

test('a role without an essential requirement cannot be reached as ready, and the answer says so', async () => {
  const cwd = makeFolder({
    'pack/pack.yaml': 'name: p\nversion: "1"\nbase: none\n',
    'pack/skills/a.yaml': '- id: java\n  name: Java\n  effort: small\n',
    'pack/roles/dev.yaml': 'id: dev\ntitle: Dev\nrequirements:\n  - skill: java\n    level: 3\n    importance: helpful\n',
  });
  const { code, stdout } = await runCli(['plan', 'dev', '--pack', 'pack', '--skills', 'java=3'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain('no essential requirement');
  expect((await runCli(['plan', 'dev', '--reach', '80', '--pack', 'pack', '--skills', 'java=1'], { cwd })).code).toBe(0);
});

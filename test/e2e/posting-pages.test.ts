import { describe, expect, test } from 'vitest';
import { makeFolder } from '../support/make-folder.ts';
import { runCli } from '../support/run-cli.ts';

interface Asked {
  readonly title: string;
  readonly experience?: { readonly years: number };
  readonly requirements: readonly { readonly id: string; readonly importance: string }[];
}

async function read(page: string): Promise<Asked> {
  const { stdout, code } = await runCli(['posting', 'page.html', '-f', 'json'], { cwd: makeFolder({ 'page.html': page }) });
  expect(code).toBe(0);
  return JSON.parse(stdout).results[0];
}

async function asked(page: string): Promise<string[]> {
  return (await read(page)).requirements.map(({ id, importance }) => `${id} ${importance}`);
}

const advert = `<p>Initech runs the payment systems of many small shops, and its team of seven looks after all that they need.</p>
  <h3>Requirements</h3><ul><li>You must know Java</li><li>Redis</li></ul>
  <h3>Nice to have</h3><ul><li>GraphQL</li></ul>`;
const wanted = ['java essential', 'redis essential', 'graphql helpful'];

describe('a job in the attributes of a page', () => {
  test('microdata: properties, nested things and content', async () => {
    const page = `<body><nav><a href="/">Kubernetes jobs</a></nav>
      <div itemscope itemtype="https://schema.org/JobPosting">
        <h1 itemprop="title">Platform <b>Coder</b></h1>
        <div itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization">
          <span itemprop="name">Initech</span><p itemprop="description">We love Docker.</p></div>
        <div itemprop="description"><p>Our shops sell garden chairs.</p><div itemprop="qualifications"><ul><li>You must know Java</li></ul></div></div>
        <meta itemprop="skills" content="Redis">
        <div itemprop="experienceRequirements" itemscope itemtype="https://schema.org/OccupationalExperienceRequirements">
          <meta itemprop="monthsOfExperience" content="36"></div>
      </div><aside>Python</aside></body>`;
    expect(await asked(page)).toEqual(['java essential', 'redis essential']);
    expect(await read(page)).toMatchObject({ title: 'Platform Coder', experience: { years: 3 } });
  });

  test('RDFa says the same in other attributes', async () => {
    const page = `<div vocab="https://schema.org/" typeof="JobPosting"><h1 property="title">Coder</h1>
      <div property="description">${advert}</div></div><p>Kubernetes</p>`;
    expect(await asked(page)).toEqual(wanted);
  });

  test('one that says only a title leaves the page to be read', async () => {
    const script = '<script type="application/ld+json">{ "@type": "JobPosting", "title": "Coder" }</script>';
    const page = `<body>${script}<div itemscope itemtype="http://schema.org/JobPosting"><h1 itemprop="title">Coder</h1></div>${advert}</body>`;
    expect(await asked(page)).toEqual(wanted);
  });

  test('a description without tags keeps its lines', async () => {
    const job = {
      '@type': 'JobPosting',
      title: 'Coder',
      description: 'Requirements:\n- Java\n- Redis\n\nNice to have:\n- GraphQL',
    };
    const page = `<script type="application/ld+json">${JSON.stringify(job)}</script>`;
    expect(await asked(page)).toEqual(wanted);
  });
});

const cards = `<ul><li><a href="/1">Kubernetes Engineer</a><p>You must know Docker, and have run large systems with it for years.</p></li>
  <li><a href="/2">Python Developer</a><p>You must know Django, and have written large systems with it for years.</p></li></ul>`;

describe('a saved page is read for its advert alone', () => {
  test.each<[string, string]>([
    [
      'a description among sections of a main part',
      `<body><nav><a>Python jobs</a></nav><main><section><h1>Coder</h1><h4>Initech</h4><button>Apply</button></section>
        <section><div class="description__text description__text--rich">${advert}</div></section>
        <section class="similar-jobs">${cards}</section></main><footer>Learn Docker</footer></body>`,
    ],
    [
      'a description by its id, other jobs under a heading',
      `<body><div class="css-1"><div class="css-2"><h1>Coder</h1><div>Initech, Bonn</div></div><div id="jobDescriptionText">${advert}</div></div>
        <div class="css-3"><div class="css-4"><h2>Similar jobs</h2></div>${cards}</div></body>`,
    ],
    [
      'a form to apply below the text',
      `<body><div id="header"><h1 class="app-title">Coder</h1></div><div id="content">${advert}</div>
        <form id="application"><label>How many years have you used Kubernetes?</label><select><option>Docker</option></select></form></body>`,
    ],
    [
      'requirements beside what is called the description',
      `<body class="show"><div class="posting-page"><div class="headline"><h1>Coder</h1></div>
        <div class="section" data-qa="job-description"><p>Initech runs the payment systems of many small shops. It is a long text that speaks of the team and of garden chairs.</p></div>
        <div class="section"><h3>Requirements</h3><ul><li>You must know Java</li><li>Redis</li></ul></div>
        <div class="section"><h3>Nice to have</h3><ul><li>GraphQL</li></ul></div></div>
        <div class="main-footer"><p>Our stack: Kubernetes</p></div></body>`,
    ],
    [
      'an article without a name, other jobs in the same part',
      `<body><header><a>Docker</a></header><article><h1>Coder</h1><div class="x1">${advert}</div><h3>People also viewed</h3>${cards}</article>
        <aside>Kubernetes</aside></body>`,
    ],
    [
      'other jobs as nothing but links',
      `<body><div role="main"><h1>Coder</h1>${advert}<div><a>Kubernetes Engineer</a><a>Docker Wizard</a></div></div></body>`,
    ],
    [
      'a page in a frame that is called after what stands beside it, in a form',
      `<body><form><div class="page-with-sidebar" aria-hidden="true"><h1>Coder</h1>${advert}</div><div class="cookie-banner">We use Kubernetes</div></form></body>`,
    ],
    ['German', `<body><div><h1>Coder</h1>${advert}</div><div><h2>Ähnliche Stellenangebote</h2>${cards}</div></body>`],
    [
      'hidden parts',
      `<body><h1>Coder</h1>${advert}<div hidden><p>Docker</p></div><p style="color:red; display: none">Kubernetes</p></body>`,
    ],
  ])('%s', async (_, page) => {
    const role = await read(`<!doctype html><html><head><title>Jobs</title></head>${page}</html>`);
    expect(role.title).toBe('Coder');
    expect(role.requirements.map(({ id, importance }) => `${id} ${importance}`)).toEqual(wanted);
  });

  test('without a heading the title of the page names the job', async () => {
    const page = `<html><head><title>Coder (m/w/d) | Initech</title></head><body><nav>Docker</nav><main>${advert}</main></body></html>`;
    expect((await read(page)).title).toBe('Coder');
  });

  test('a short page of an unknown make is read as a whole', async () => {
    expect(await asked('<body><nav>Jobs</nav><p>You must know Java</p></body>')).toEqual(['java essential']);
  });
});

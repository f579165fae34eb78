import { describe, expect, test } from 'vitest';
import { importFile, resultOf, skillsOf } from '../support/import-file.ts';
import { makeWordXml, makeZip, wordParagraph as p } from '../support/make-documents.ts';

describe('plain text', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['years and levels behind a name', 'Skills: Java (5 yrs), Go – expert', 'go=5 java=4/5'],
    ['levels before a colon', 'Advanced: Java, Kafka; Basic: Docker', 'docker=1 java=4 kafka=4'],
    ['a level between tabs', 'Java\tExpert\nDocker\tBeginner', 'docker=1 java=5'],
    ['a level in brackets is of what stands before it', 'Java (advanced), Docker, Kafka', 'docker=2 java=4 kafka=2'],
    ['a bare number is no level', 'Java (5), Docker 4', 'docker=2 java=2'],
    ['denied over a line break', 'Java. I have no experience with\nKubernetes or Terraform yet.', 'java=2'],
    ['denied behind the name', 'Java; Docker (no experience), Kafka - never used it', 'java=2'],
    ['a list of what was not used', 'Java\nNot used: Docker, Kubernetes', 'java=2'],
    ['wishes are no skills', 'Java. I want to learn Go. Interested in Kubernetes and Docker.', 'java=2'],
    ['learning is a beginning', 'Currently learning Go', 'go=1'],
    ['addresses are no skills', 'github.com/ada/docker-kafka | ada@python.example | https://go.example/redis\nJava', 'java=2'],
    ['a name that looks like an address is one', 'ASP.NET, Node.js, Socket.io', 'aspnet-core=2 nodejs=2 websockets=2'],
    ['seasons, letters and markets', 'Spring 2024: vitamin C, R&D, go-to-market, plan B. Java.', 'java=2'],
    ['a byte-order mark and Windows line ends', '\ufeffAda Example\r\n\r\nJava\r\nDocker\r\n', 'docker=2 java=2'],
    ['UTF-16', Buffer.from('\ufeffJava, Docker\r\n', 'utf16le'), 'docker=2 java=2'],
    [
      'a word parted at the end of a line',
      'I run Kuber-\nnetes and event-\ndriven systems in Java',
      'event-driven-architecture=2 java=2 kubernetes=2',
    ],
    [
      'a name over two lines',
      'The team that I joined was one that used distributed\nsystems and Java',
      'distributed-systems=2 java=2',
    ],
    ['invisible signs', 'Ja\u00adva, Doc\u200bker, Kafka\u00a0(expert)', 'docker=2 java=2 kafka=5'],
    ['one skill under many names', 'k8s, Kubernetes (advanced), K8S', 'kubernetes=4'],
    ['signs of lists that are not ours', '▪ Java\n● Docker\n→ Kafka\n✓ Redis', 'docker=2 java=2 kafka=2 redis=2'],
  ])('%s', async (_, content, expected) => {
    expect(skillsOf(await importFile('cv.txt', content))).toBe(expected);
  });
});

describe('Markdown', () => {
  test.each<[string, string, string]>([
    ['a comment', 'Java <!-- Docker\nKafka --> and Redis', 'java=2 redis=2'],
    ['a sample of code', 'Java\n```python\nimport docker, kafka\n```\nGo', 'go=2 java=2'],
    ['a fence that nobody closed', 'Java\n~~~go\nredis', 'java=2'],
    ['a fence that states things', '```\nJava (expert)\n```\n```yaml\nskills: [docker]\n```', 'docker=2 java=5'],
    [
      'front matter that sets up a page',
      '---\nlayout: docs\ntheme: kafka\nskills: [java, redis]\n---\nDocker',
      'docker=2 java=2 redis=2',
    ],
    ['a rule at the top is no front matter', '---\n\nJava\n\n* * *\n\nDocker', 'docker=2 java=2'],
    ['tasks that are open', '- [x] Java\n- [ ] learn Kubernetes\n- Docker', 'docker=2 java=2'],
    ['struck through', 'Java, ~~PHP~~, Go', 'go=2 java=2'],
    [
      'targets of links and pictures',
      '[my site](https://kafka.example) ![Docker](https://img.example/redis.svg)\n[x]: http://go.example "Go"',
      'docker=2',
    ],
    ['HTML', '<p align="center"><b>Java</b><br>Docker</p><img alt="x" src="kafka.png">', 'docker=2 java=2'],
    ['a table', '| Skill | Level |\n|---|---|\n| Java | Expert |\n| Docker | Basic |', 'docker=1 java=5'],
    ['bold and italic print', '**Java** (advanced), _Docker_, `Kafka`, __Go__', 'docker=2 go=2 java=4 kafka=2'],
    ['items under an item', '- Backend\n  - Java\n    - Spring Boot', 'java=2 server-side-development=2 spring-boot=2'],
    ['Windows line ends', '# Ada Example\r\n\r\n```\r\nJava\r\n```\r\n- Docker\r\n', 'docker=2 java=2'],
    ['a quotation', '> Java\n> not using Docker', 'java=2'],
  ])('%s', async (_, content, expected) => {
    expect(skillsOf(await importFile('cv.md', content))).toBe(expected);
  });

  test('the name in the front matter', async () => {
    const read = await importFile('cv.md', '---\nname: "Ada Example"\n---\n# Curriculum vitae\nJava');
    expect(resultOf(read).name).toBe('Ada Example');
  });
});

describe('Word', () => {
  const run = (text: string, properties = ''): string =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const cell = (...paragraphs: string[]): string => `<w:tc>${paragraphs.join('')}</w:tc>`;
  const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
  const box = (text: string): string => `<w:txbxContent>${p(run(text))}</w:txbxContent>`;
  test.each<[string, string, string]>([
    [
      'deletions',
      p(`${run('Java ')}<w:del><w:r><w:delText>Docker</w:delText></w:r></w:del><w:del>${run('Kafka')}</w:del>`),
      'java=2',
    ],
    ['insertions', p(`<w:ins>${run('Java')}</w:ins>`), 'java=2'],
    ['a deletion inside a denial', p(`<w:del>${run('no experience with ')}</w:del>${run('Docker')}`), 'docker=2'],
    ['moved away and moved here', p(`<w:moveFrom>${run('Go')}</w:moveFrom><w:moveTo>${run('Java')}</w:moveTo>`), 'java=2'],
    ['hidden text', p(`${run('Java')}${run(' Docker', '<w:vanish/>')}${run(' Go', '<w:vanish w:val="0"/>')}`), 'go=2 java=2'],
    [
      'text that was hidden before',
      p(`<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>Java</w:t></w:r>`),
      'java=2',
    ],
    ['words over several runs', p(`${run('Kuber')}${run('net', '<w:b/>')}${run('es')}`), 'kubernetes=2'],
    ['codes of fields', p(`<w:r><w:instrText>HYPERLINK "http://x/docker"</w:instrText></w:r>${run('Java')}`), 'java=2'],
    [
      'a table',
      `<w:tbl>${row(cell(p(run('Java'))), cell(p(run('Expert'))))}${row(cell(p(run('Go'))), cell(p(run('Basic'))))}</w:tbl>`,
      'go=1 java=5',
    ],
    [
      'a table that lays out the page',
      `<w:tbl>${row(cell(p(run('without')), p(run('Java'))), cell(p(run('Docker')), p(run('Go'))))}</w:tbl>`,
      'docker=2 go=2',
    ],
    [
      'a table in a table',
      `<w:tbl>${row(cell(`<w:tbl>${row(cell(p(run('Java'))), cell(p(run('Expert'))))}</w:tbl>`, p(run('Docker'))))}</w:tbl>`,
      'docker=2 java=5',
    ],
    [
      'a text box, which is there twice',
      p(
        `${run('expert in ')}<w:r><mc:AlternateContent><mc:Choice>${box('Docker')}</mc:Choice><mc:Fallback>${box('Kafka')}</mc:Fallback></mc:AlternateContent></w:r>${run('Java')}`,
      ),
      'docker=2 java=5',
    ],
    [
      'hyphens of their own',
      p(`<w:r><w:t>event</w:t><w:noBreakHyphen/><w:t>driven, Node</w:t><w:softHyphen/><w:t>.js</w:t></w:r>`),
      'event-driven-architecture=2 nodejs=2',
    ],
    ['a tab', p(`${run('Java')}<w:r><w:tab/></w:r>${run('Expert')}`), 'java=5'],
    ['a break inside a paragraph', p(`${run('Java')}<w:r><w:br/></w:r>${run('Docker')}`), 'docker=2 java=2'],
    ['entities', p(run('C&#35; &amp; Node&#x2e;js')), 'csharp=2 nodejs=2'],
  ])('%s', async (_, body, expected) => {
    expect(skillsOf(await importFile('cv.docx', makeZip({ 'word/document.xml': makeWordXml(body) })))).toBe(expected);
  });

  test('headers and footers are read, comments and notes of others are not', async () => {
    const part = (text: string): string => makeWordXml(p(run(text)));
    const files = {
      'word/comments.xml': part('Docker'),
      'word/document.xml': part('Java'),
      'word/footer1.xml': part('Go'),
      'word/glossary/document.xml': part('Redis'),
      'word/header1.xml': part('Ada Example'),
    };
    const read = await importFile('cv.docx', makeZip(files));
    expect(skillsOf(read)).toBe('go=2 java=2');
    expect(resultOf(read).name).toBe('Ada Example');
  });

  test('headings tell work from education', async () => {
    const heading = (level: number, text: string): string => p(`<w:pPr><w:pStyle w:val="Heading${level}"/></w:pPr>${run(text)}`);
    const body = [
      heading(1, 'Experience'),
      heading(2, 'Acme'),
      p(`${run('Java developer')}<w:r><w:tab/></w:r>${run('Jan 2018 – Jan 2020')}`),
      heading(1, 'Education'),
      p(run('2010 – 2015')),
    ];
    const read = await importFile('cv.docx', makeZip({ 'word/document.xml': makeWordXml(body.join('')) }));
    expect(resultOf(read).experience).toEqual({ years: 2, evidence: ['line 3, "Jan 2018 – Jan 2020": 2018-01 to 2020-01'] });
  });
});

test('years of work are printed with what they were counted from', async () => {
  const text = 'Experience\nDeveloper, Jan 2018 – Jan 2020\nDeveloper, Jan 2019 – Jan 2021\nJava\nEducation\n2010 – 2015';
  const read = await importFile('cv.txt', text, ['-f', 'yaml']);
  expect(read.stdout).toContain('experience:\n  years: 3\n');
  expect(read.stdout).toContain('#   line 2, "Jan 2018 – Jan 2020": 2018-01 to 2020-01\n');
  expect((await importFile('cv.txt', 'Java\n2010 – 2015')).stdout).toContain('"years": null');
});

import { describe, expect, test } from 'vitest';
import { importFile, resultOf } from '../support/import-file.ts';
import { makePdf, makeWord, makeZip } from '../support/make-documents.ts';

/** What `import` finds, as `java=2 kafka=3, 4 years`; or its exit code and what it says. */
async function read(name: string, content: string | Uint8Array): Promise<string> {
  const answer = await importFile(name, content);
  expect(answer.stderr).not.toMatch(/at .*\.ts:\d+/);
  if (answer.code !== 0) return `exit ${answer.code}: ${answer.stderr}`;
  const { skills, experience } = resultOf(answer);
  const years = experience?.years ?? 0;
  return skills.map(({ id, level }) => `${id}=${level}`).join(' ') + (years > 0 ? `, ${years} years` : '');
}

/** Traps that any running text sets; each is read as plain text, from PDF and from Word. */
const inAnyText: readonly (readonly [string, readonly string[], string])[] = [
  ['a list after a colon', ['Skills: Java, Docker and PostgreSQL'], 'docker=2 java=2 postgresql=2'],
  ['slashes, dots and sharps', ['Node.js/Express; C#, .NET'], 'csharp=2 dotnet=2 express=2 nodejs=2'],
  [
    'a level in brackets, a dash or a number of five',
    ['Java (expert), Docker - advanced, Kafka: 3/5'],
    'docker=4 java=5 kafka=3',
  ],
  ['years beside a skill', ['Java (5 yrs)', '3 years with PostgreSQL'], 'java=4 postgresql=3'],
  ['what is denied', ['No experience with Terraform, not using Kubernetes, never touched Kafka', 'Java'], 'java=2'],
  ['what is denied across a line break', ['Deployments on own machines, not using', 'Kubernetes', 'Java'], 'java=2'],
  [
    'a word that is divided at the end of a line',
    ['Ran distributed micro-', 'services over post-', 'gresql'],
    'microservices=2 postgresql=2',
  ],
  ['other meanings', ['Led the go-to-market and R&D of vitamin C in Spring 2024', 'Java'], 'java=2'],
  ['verbs and nouns that are names of tools', ['I express myself well, go to fairs and react fast', 'Java'], 'java=2'],
  ['links and addresses', ['https://github.com/ada/kafka-demo, ada@docker.example', 'Java'], 'java=2'],
  ['what is only wished for', ['I would like to learn Rust', 'Java'], 'java=2'],
  ['capitals', ['JAVA, KUBERNETES'], 'java=2 kubernetes=2'],
  ['the same skill under two names', ['k8s', 'Kubernetes (advanced)'], 'kubernetes=4'],
  ['work and study', ['Work Experience', 'Acme, Mar 2016 - Mar 2018', 'Java', 'Education', '2010 - 2015'], 'java=2, 2 years'],
];

describe('plain text', () => {
  test.each(inAnyText)('%s', async (_, lines, expected) => {
    expect(await read('cv.txt', lines.join('\n'))).toBe(expected);
  });
  test.each<[string, string | Buffer, string | RegExp]>([
    ['a byte-order mark and CRLF', '\ufeffJava\r\nDocker\r\n', 'docker=2 java=2'],
    ['bullets of any kind', '• Java\n● Docker\n▪ Kafka\n– Redis', 'docker=2 java=2 kafka=2 redis=2'],
    ['stars and dots', 'Java ★★★★☆\nDocker: ●●○○○', 'docker=2 java=4'],
    ['UTF-16', Buffer.from('\ufeffJava', 'utf16le'), 'java=2'],
    ['Windows-1252', Buffer.from('D\u00e9veloppeur Java', 'latin1'), /^exit 3: .*UTF-8/s],
    ['a megabyte without a space', `${'a'.repeat(900_000)}\nJava`, 'java=2'],
    ['signs that do not show', 'Ja\u00adva, Doc\u00adker', 'docker=2 java=2'],
  ])('%s', async (_, content, expected) => {
    const found = await read('cv.txt', content);
    if (typeof expected === 'string') expect(found).toBe(expected);
    else expect(found).toMatch(expected);
  });
});

describe('Markdown', () => {
  test.each<[string, string, string]>([
    ['emphasis, code and links', '**Java** *Docker* `Kafka` [Redis](https://kubernetes.io)', 'docker=2 java=2 kafka=2 redis=2'],
    ['a comment', 'Java <!-- Kubernetes\nDocker --> Kafka', 'java=2 kafka=2'],
    ['a comment without an end', 'Java\n<!-- Kubernetes\nDocker', 'java=2'],
    ['what is struck through', '~~Kafka~~ Java', 'java=2'],
    ['tags', 'Java <b>Docker</b><br>Kafka', 'docker=2 java=2 kafka=2'],
    ['a table of levels', '| Skill | Level |\n|:--|--:|\n| Java | expert |\n| Docker | basic |', 'docker=1 java=5'],
    ['a table of years', '| Java | 5 years |\n| Kafka | 2 years |', 'java=4 kafka=3'],
    ['front matter', '---\ntitle: CV\nkeywords: [Java, Docker]\n---\n# Ada', 'docker=2 java=2'],
    ['task lists, quotes and numbers', '- [x] Git\n> Kafka\n1. Redis', 'git=2 kafka=2 redis=2'],
    ['the alternative text of a badge', '![Java](https://img.example/kafka.svg)', 'java=2'],
    ['positions as headings', '## Experience\n### Acme, 2016 - 2018\nJava\n## Education\n### 2010 - 2014', 'java=2, 3 years'],
    ['a list that is denied', 'Not yet used:\n\n- Java', 'java=2'],
    ['a denial that a wrapped line splits', 'Small services without\nKubernetes, in Java', 'java=2'],
    ['a heading after an open line', 'Services with\n## Java', 'java=2'],
  ])('%s', async (_, text, expected) => {
    expect(await read('cv.md', text)).toBe(expected);
  });
});

describe('PDF', () => {
  test.each(inAnyText)('%s', async (_, lines, expected) => {
    expect(await read('cv.pdf', makePdf(lines))).toBe(expected);
  });
  const page = (content: string): Buffer =>
    Buffer.from(makePdf(['PLACEHOLDER']).toString('latin1').replace('(PLACEHOLDER) Tj T*', content), 'latin1');
  test.each<[string, Buffer, string]>([
    ['a word in single signs', page('[(J) (a) (v) (a)] TJ'), 'java=2'],
    ['kerning inside a word', page('[(Doc) -20 (ker)] TJ'), 'docker=2'],
    ['text in hexadecimal', page('<4A617661> Tj'), 'java=2'],
    ['escaped signs', page('(Ja\\166a \\(expert\\)) Tj'), 'java=5'],
    ['two columns', page('(Java) Tj 300 0 Td (Docker) Tj -300 -14 Td (Kafka) Tj'), 'docker=2 java=2 kafka=2'],
    ['turned text', page('0 1 -1 0 50 50 Tm (Java) Tj'), 'java=2'],
    ['no end of file', makePdf(['Java']).subarray(0, -8), 'java=2'],
    [
      'a wrong table of places',
      Buffer.from(
        makePdf(['Java'])
          .toString('latin1')
          .replace(/^00000000\d\d 00000 n/gm, '0000009999 00000 n'),
        'latin1',
      ),
      'java=2',
    ],
    ['bytes before the head', Buffer.concat([Buffer.from('junk\n'), makePdf(['Java'])]), 'java=2'],
  ])('%s', async (_, content, expected) => {
    expect(await read('cv.pdf', content)).toBe(expected);
  });
});

describe('Word', () => {
  test.each(inAnyText)('%s', async (_, lines, expected) => {
    expect(await read('cv.docx', makeWord(lines))).toBe(expected);
  });
  const word = (body: string): Buffer =>
    makeZip({ 'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>` });
  const run = (text: string, inside = ''): string => `<w:r>${inside}<w:t>${text}</w:t></w:r>`;
  test.each<[string, Buffer, string]>([
    ['a word in several runs', word(`<w:p>${run('Ja')}${run('va')}</w:p>`), 'java=2'],
    ['a tracked deletion', word(`<w:p>${run('Java')}<w:del><w:r><w:delText>Kafka</w:delText></w:r></w:del></w:p>`), 'java=2'],
    ['a tracked insertion', word(`<w:p><w:ins>${run('Java')}</w:ins></w:p>`), 'java=2'],
    ['what was moved away', word(`<w:p>${run('Java')}<w:moveFrom>${run(' Kafka')}</w:moveFrom></w:p>`), 'java=2'],
    ['hidden text', word(`<w:p>${run('Java')}${run(' Kafka', '<w:rPr><w:vanish/></w:rPr>')}</w:p>`), 'java=2'],
    [
      'a table of levels',
      word(`<w:tbl><w:tr><w:tc><w:p>${run('Java')}</w:p></w:tc><w:tc><w:p>${run('Docker')}</w:p></w:tc></w:tr></w:tbl>`),
      'docker=2 java=2',
    ],
    [
      'a soft hyphen and a hyphen that does not break',
      word(`<w:p>${run('Do\u00adcker ')}<w:r><w:t>Java</w:t><w:noBreakHyphen/><w:t>based</w:t></w:r></w:p>`),
      'docker=2 java=2',
    ],
    [
      'a text box',
      word(`<w:p>${run('Java ')}<w:r><w:txbxContent><w:p>${run('Docker')}</w:p></w:txbxContent></w:r>${run(' Kafka')}</w:p>`),
      'docker=2 java=2 kafka=2',
    ],
    ['signs that XML escapes', word(`<w:p>${run('C# &amp; R&amp;D, Java &lt;expert&gt;')}</w:p>`), 'csharp=2 java=2'],
    [
      'line breaks and tabs',
      word(`<w:p><w:r><w:t>Java</w:t><w:br/><w:t>Docker</w:t><w:tab/><w:t>Kafka</w:t></w:r></w:p>`),
      'docker=2 java=2 kafka=2',
    ],
    [
      'styles of headings',
      word(
        `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run('Experience')}</w:p><w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>${run('Acme, 2016 - 2018')}</w:p><w:p>${run('Java')}</w:p>`,
      ),
      'java=2, 3 years',
    ],
    [
      'macros beside the text',
      makeZip({ 'word/document.xml': `<w:document><w:p>${run('Java')}</w:p></w:document>`, 'word/vbaProject.bin': 'Kafka' }),
      'java=2',
    ],
  ])('%s', async (_, content, expected) => {
    expect(await read('cv.docx', content)).toBe(expected);
  });
});

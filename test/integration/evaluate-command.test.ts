/**
 * `zhengce evaluate`, driven as a process.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type TagEvaluation, tagEvaluationSchema } from '../../src/evaluate';
import { createFolder, runCli } from '../support/run-cli';
import { describeWithShared } from '../support/shared';

const DATA = '推动公共数据资源开放共享，培育数据要素市场，健全数据交易规则。';
const PLAIN = '加强组织领导，各部门要高度重视，确保各项任务落到实处。';
const TEXT = `海州市数字发展实施方案\n\n一、激活数据\n${DATA}\n二、保障措施\n${PLAIN}\n`;

function locate(words: string): { readonly start: number; readonly end: number } {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
}

function toLines(...rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

const dataRow = { id: 'data', doc: 'plan', ...locate(DATA), text: DATA, codes: ['T2'] };
const plainRow = { id: 'plain', doc: 'plan', ...locate(PLAIN), codes: [] };

function evaluate(
  gold: string | Uint8Array,
  documents: Readonly<Record<string, string | Uint8Array>> | undefined,
  ...flags: readonly string[]
) {
  const folder = createFolder({ 'gold.jsonl': gold, 'docs/.keep': '', ...prefix(documents ?? {}) });
  const place = documents === undefined ? [] : ['--documents', join(folder, 'docs')];
  return runCli(['evaluate', join(folder, 'gold.jsonl'), ...place, ...flags]);
}

function prefix(
  files: Readonly<Record<string, string | Uint8Array>>,
): Readonly<Record<string, string | Uint8Array>> {
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [`docs/${name}`, content]),
  );
}

function readEvaluation(stdout: string): TagEvaluation {
  return tagEvaluationSchema.parse(JSON.parse(stdout));
}

describe('zhengce evaluate', () => {
  it('compares the tags of whole documents with gold, as tables', () => {
    const { status, stdout, stderr } = evaluate(toLines(dataRow, plainRow), { 'plan.txt': TEXT });
    expect(stderr).toMatch(/^zhengce: 2 gold labels in [\d.]+ s, 0 failed\n$/);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^2 gold labels of 1 document, 1 without a code\n/);
    expect(stdout).toContain('micro     1.000 (1.000–1.000)');
    expect(stdout).toMatch(/T2 +1 +1 +1\.000 +1\.000 +1\.000 +建立高效利用的数据要素资源体系/);
    expect(stdout).toContain('precision@1  1.000');
    expect(stdout).toContain('expected calibration error');
    expect(stdout).not.toMatch(/Frequent mistakes|Coders|Evidence|NaN|undefined| $/m);
  });

  it('writes JSON that its schema takes, the same bytes twice', () => {
    const gold = toLines(
      { ...dataRow, coders: [['T2'], ['T2', 'T1']], evidence: [locate('数据要素市场')] },
      { ...plainRow, codes: ['T4'], coders: [[], []] },
    );
    const [first, second] = [1, 2].map(() =>
      evaluate(gold, { 'plan.txt': TEXT }, '--json', '--quiet'),
    );
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(second?.stdout).toBe(first?.stdout);
    const evaluation = readEvaluation(first?.stdout ?? '');
    expect(evaluation).toMatchObject({ samples: 2, documents: 1, withoutCode: 0, skipped: 0 });
    expect(evaluation.confusions).toEqual([
      { missed: 'T4', given: null, count: 1, examples: ['plain'] },
    ]);
    expect(evaluation.micro).toMatchObject({ precision: 1, recall: 0.5 });
    expect(evaluation.agreement?.microF1).toBeCloseTo(2 / 3, 5);
    expect(evaluation.evidence?.goldCharacters).toBe(6);
    expect(evaluation.evidence?.recall).toBe(1);
  });

  it('shows coders, evidence and mistakes where gold has them', () => {
    const gold = toLines(
      { ...dataRow, coders: [['T2'], ['T2']], evidence: [{ ...locate('数据要素'), code: 'T2' }] },
      { ...plainRow, codes: ['T4'], coders: [[], ['T4']] },
    );
    const { stdout } = evaluate(gold, { 'plan.txt': TEXT });
    expect(stdout).toMatch(/T4 +none +1 +plain/);
    expect(stdout).toMatch(/1 and 2 +2 +0\.667/);
    expect(stdout).toContain('Evidence, by characters, over the 1 label with marked words');
    expect(stdout).toContain("coders' kappa");
  });

  it('reads .md documents and other encodings, offsets without the byte order mark', () => {
    const utf16 = Buffer.from(`\uFEFF${TEXT}`, 'utf16le');
    const gold = toLines(dataRow, { ...dataRow, id: 'second', doc: 'other' });
    const { status, stdout, stderr } = evaluate(
      gold,
      { 'plan.md': TEXT, 'other.txt': utf16 },
      '--json',
    );
    expect(status).toBe(0);
    expect(stderr).not.toContain('differs');
    expect(readEvaluation(stdout).micro.f1).toBe(1);
  });

  it('lists a document that is missing and goes on', () => {
    const lost = { ...dataRow, doc: 'lost' };
    const gold = toLines({ ...lost, id: 1 }, dataRow, { ...lost, id: 2 });
    const { status, stdout, stderr } = evaluate(gold, { 'plan.txt': TEXT }, '--json');
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /docs[/\\]lost: expected a document for gold lines 1, 3, received no \.txt, \.md or other file of that name \[read-failed\]/,
    );
    expect(stderr).toContain('3 gold labels');
    expect(stderr).toContain('2 failed');
    expect(readEvaluation(stdout)).toMatchObject({ samples: 1, skipped: 2 });
    expect(evaluate(gold, { 'plan.txt': TEXT }).stdout).toContain(
      '; 2 more could not be evaluated',
    );
  });

  it('lists a document that cannot be read and goes on', () => {
    const gold = toLines(dataRow, { ...dataRow, id: 'b', doc: 'bytes' });
    const { status, stderr } = evaluate(gold, {
      'plan.txt': TEXT,
      'bytes.txt': Buffer.from('%PDF-1.7\n\0\0\0'),
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/bytes\.txt: .*\[invalid-input\]/);
  });

  it('lists spans outside the text with their line', () => {
    const outside = { ...dataRow, id: 'far', text: undefined, start: 5, end: TEXT.length + 1 };
    const marked = { ...dataRow, id: 'marked', evidence: [{ start: 0, end: 9000 }] };
    const { status, stdout, stderr } = evaluate(
      toLines(dataRow, outside, marked),
      { 'plan.txt': TEXT },
      '--json',
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(
      new RegExp(
        `gold\\.jsonl:2: expected spans within the ${TEXT.length} characters of .*plan\\.txt, received "5" and "${TEXT.length + 1}"`,
      ),
    );
    expect(stderr).toMatch(/gold\.jsonl:3: .* received "0" and "9000"/);
    expect(readEvaluation(stdout).samples).toBe(1);
  });

  it('says where a text is not what stands in the document, and finds it elsewhere', () => {
    const shifted = { ...dataRow, start: dataRow.start + 1, end: dataRow.end + 1 };
    const other = { ...plainRow, id: 'other', text: '另一个版本的文字。' };
    const { status, stdout, stderr } = evaluate(
      toLines(plainRow, shifted, other),
      { 'plan.txt': TEXT },
      '--json',
    );
    expect(status).toBe(0);
    expect(stderr).toMatch(/1 gold label with a text that differs .*gold\.jsonl, gold line 3\)/);
    expect(stderr).toMatch(/1 gold label with a text that stands elsewhere .* gold line 2\)/);
    expect(readEvaluation(stdout)).toMatchObject({ samples: 3, exactMatch: 1 });
  });

  it('says where the document has no passage, and judges by the words alone', () => {
    const title = { id: 'head', doc: 'plan', start: 0, end: 11, codes: [] };
    const { status, stdout, stderr } = evaluate(
      toLines(dataRow, title),
      { 'plan.txt': TEXT },
      '--json',
    );
    expect(status).toBe(0);
    expect(stderr).toMatch(/1 gold label where the document has no passage.* gold line 2\)/);
    expect(readEvaluation(stdout).samples).toBe(2);
  });

  it('tags passages that stand alone, with heading and title', () => {
    const { status, stdout } = evaluate(
      toLines(
        {
          id: 1,
          text: DATA,
          title: '数字发展方案',
          headingPath: ['一、激活数据'],
          codes: ['T2'],
          evidence: [{ start: 0, end: 4 }],
        },
        { id: 2, text: PLAIN, codes: [] },
        { ...dataRow, evidence: [locate('数据要素')] },
      ),
      undefined,
      '--json',
    );
    expect(status).toBe(0);
    const evaluation = readEvaluation(stdout);
    expect(evaluation).toMatchObject({ samples: 3, documents: 3 });
    expect(evaluation.micro.f1).toBe(1);
    expect(evaluation.evidence).toMatchObject({ samples: 2, goldCharacters: 8 });
  });

  it("takes a plan of one's own", () => {
    const taxonomy = `
id: own
title: 规划
version: "1"
schemes: [{ id: task, prefLabel: 任务, assignable: true }]
concepts: [{ id: X1, notation: X1, inScheme: task, prefLabel: 数据要素市场, lexicon: [{ weight: 3, terms: [数据要素, 数据交易] }] }]
`;
    const folder = createFolder({
      'own.yaml': taxonomy,
      'gold.jsonl': toLines({ id: 1, text: DATA, codes: ['X1'] }),
    });
    const { status, stdout } = runCli([
      'evaluate',
      join(folder, 'gold.jsonl'),
      '--taxonomy',
      join(folder, 'own.yaml'),
      '--json',
    ]);
    expect(status).toBe(0);
    expect(readEvaluation(stdout).concepts).toMatchObject([
      { code: 'X1', support: 1, predicted: 1 },
    ]);
  });

  it('lists every faulty line of gold and evaluates nothing', () => {
    const { status, stdout, stderr } = evaluate(
      `${toLines({ ...dataRow, codes: ['T77'] }, dataRow)}nonsense\n`,
      { 'plan.txt': TEXT },
    );
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /gold\.jsonl:1: expected a code of the taxonomy, received "T77" \(codes\) \[invalid-input\]/,
    );
    expect(stderr).toMatch(
      /gold\.jsonl:3: expected a JSON object, received "nonsense" \[invalid-input\]/,
    );
  });

  it('says once that a policy text is no gold', () => {
    const { status, stdout, stderr } = evaluate(TEXT, {});
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(
      /expected a gold label a line, such as \{"id":.* received no line of JSON/,
    );
  });

  it('says that nothing could be evaluated', () => {
    const { status, stdout, stderr } = evaluate(toLines(dataRow), {});
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('no gold label could be evaluated');
  });

  it.each([
    ['', 1, 'expected a gold label a line, received an empty file'],
    [Uint8Array.of(0xff, 0xfe, 0x41), 1, 'expected a readable JSONL file in UTF-8'],
  ])('refuses the gold %j', (gold, expected, message) => {
    const { status, stdout, stderr } = evaluate(gold, {});
    expect([status, stdout]).toEqual([expected, '']);
    expect(stderr).toContain(message);
  });

  it.each([
    [['evaluate'], 2, 'missing required argument'],
    [
      ['evaluate', 'nowhere.jsonl'],
      1,
      'received no file or folder of that name, ENOENT (nowhere.jsonl) [read-failed]',
    ],
    [['evaluate', 'src'], 1, '[read-failed]'],
    [
      ['evaluate', 'package.json', '--documents', 'nowhere'],
      2,
      'expected a folder, received "nowhere" (--documents)',
    ],
    [
      ['evaluate', 'package.json', '--documents', ''],
      2,
      'expected a folder, received "" (--documents)',
    ],
    [
      ['evaluate', 'package.json', '--taxonomy', 'nowhere.yaml'],
      2,
      'received no file or folder of that name, ENOENT (--taxonomy nowhere.yaml)',
    ],
    [['evaluate', 'package.json', '--tables'], 2, 'unknown option'],
  ])('ends %j with %d', (args, expected, message) => {
    const { status, stdout, stderr } = runCli(args);
    expect([status, stdout]).toEqual([expected, '']);
    expect(stderr).toContain(message);
  });

  it('asks for the folder of documents where labels have no text', () => {
    const { status, stderr } = evaluate(toLines(dataRow, plainRow), undefined);
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /expected --documents DIR for labels without a text, received none \(.*gold\.jsonl:2\)/,
    );
  });
});

describeWithShared('zhengce evaluate on the dev gold', (shared) => {
  it('evaluates every label, near what the coders agree on', () => {
    const { status, stdout } = runCli([
      'evaluate',
      join(shared, 'data/gold/tags.dev.jsonl'),
      '--documents',
      join(shared, 'data/policies'),
      '--json',
    ]);
    expect(status).toBe(0);
    const { samples, documents, skipped, micro, agreement } = readEvaluation(stdout);
    expect([samples, documents, skipped]).toEqual([300, 100, 0]);
    expect(micro.f1).toBeGreaterThan(0.6);
    expect(agreement?.pairs.map(({ microF1 }) => Number(microF1.toFixed(3)))).toEqual([
      0.915, 0.893, 0.914,
    ]);
  });
});

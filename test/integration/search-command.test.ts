/**
 * `zhengce index` and `zhengce search`, driven as processes on real files.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SearchResultRecord, searchResultRecordSchema } from '../../src/report';
import { createFolder, repositoryRoot, runCli } from '../support/run-cli';

const samples = join(repositoryRoot, 'corpus/documents');
let folder = '';
let index = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhengce-search-'));
  index = join(folder, 'samples.zci');
  const { status, stderr } = runCli(['index', samples, '--out', index]);
  expect(status, stderr).toBe(0);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function search(...args: readonly string[]): SearchResultRecord {
  const { status, stdout, stderr } = runCli(['search', index, ...args, '--json']);
  expect(status, stderr).toBe(0);
  return searchResultRecordSchema.parse(JSON.parse(stdout));
}

function readSample(id: string): string {
  const name = readdirSync(samples).find((file) => file.startsWith(`${id}.`)) ?? '';
  return readFileSync(join(samples, name), 'utf8');
}

describe('zhengce index', () => {
  it('writes the same bytes twice, says how it went on standard error, and leaves nothing else behind', () => {
    const out = createFolder();
    const { status, stdout, stderr } = runCli(['index', samples, '--out', join(out, 'a.zci')]);
    expect(status).toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^zhengce: 283 passages of 12 files in .* s, 0 failed$/m);
    expect(readdirSync(out)).toEqual(['a.zci']);
    expect(readFileSync(join(out, 'a.zci'))).toEqual(readFileSync(index));
  });

  it('goes on after bad files, lists them, and ends with 1', () => {
    const files = createFolder({
      'a.txt': '推动数据要素市场建设。',
      'b.txt': Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37),
    });
    const out = join(files, 'out.zci');
    const { status, stderr } = runCli(['index', files, '--out', out]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/b\.txt: expected a whole pdf file.*\[invalid-input\]/);
    const { stdout } = runCli(['search', out, '数据要素', '--json']);
    expect(
      (JSON.parse(stdout) as SearchResultRecord).hits.map(({ document }) => document.id),
    ).toEqual(['a']);
  });

  it('writes nothing where there is nothing to index', () => {
    const files = createFolder({ 'a.txt': '' });
    const out = join(files, 'out.zci');
    expect(runCli(['index', files, '--out', out]).status).toBe(1);
    expect(existsSync(out)).toBe(false);
  });

  it.each<[string, readonly string[], number, RegExp]>([
    ['no input', ['index', '--out', 'x.zci'], 2, /PATH/],
    ['no output', ['index', samples], 2, /--out/],
    [
      'a place that cannot be written',
      ['index', samples, '--out', '/dev/null/x.zci'],
      1,
      /write-failed/,
    ],
    [
      'a plan that is not there',
      ['index', samples, '--out', 'x.zci', '--taxonomy', 'no.yaml'],
      2,
      /no\.yaml/,
    ],
  ])('says what is wrong with %s', (_name, args, status, message) => {
    const result = runCli(args);
    expect(result.status).toBe(status);
    expect(result.stderr).toMatch(message);
  });
});

describe('zhengce search', () => {
  it('finds passages, with snippets that point into the files', () => {
    const { hits, total, didYouMean } = search('公共数据授权运营');
    expect(total).toBeGreaterThan(hits.length);
    expect(didYouMean).toBeNull();
    expect(hits[0]?.document.id).toBe('福建省公共数据授权运营管理办法');
    expect(hits.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const { document, passage, snippets } of hits) {
      const source = readSample(document.id);
      expect(snippets.length).toBeGreaterThan(0);
      for (const { text, source: places, highlights } of snippets) {
        expect(places.every(({ start, end }) => start >= passage.start && end <= passage.end)).toBe(
          true,
        );
        for (const one of highlights) {
          const words = one.source.map(({ start, end }) => source.slice(start, end)).join('');
          expect(words).toBe(text.slice(one.start, one.end));
        }
      }
    }
  });

  it('filters by its flags and by the query alike', () => {
    const byFlag = search('数据', '--filter', 'task=T2', '--filter', 'year=2024..', '--limit', '5');
    const byQuery = search('数据 task:T2 year:2024..', '--limit', '5');
    expect(byFlag.total).toBeGreaterThan(0);
    expect(byFlag.hits).toEqual(byQuery.hits);
    expect(byFlag.hits.every(({ passage }) => passage.tags.some(({ code }) => code === 'T2'))).toBe(
      true,
    );
    expect(byFlag.hits.every(({ document }) => (document.issuedOn ?? '') >= '2024')).toBe(true);
    expect(byFlag.total).toBeLessThan(search('数据').total);
  });

  it('counts facets over all that matches', () => {
    const { facets, total } = search('数据', '--facets', 'task,genre', '--limit', '1');
    expect(Object.keys(facets)).toEqual(['task', 'genre']);
    const { value = '', count = 0 } = facets['task']?.[0] ?? {};
    expect(search('数据', '--filter', `task=${value}`).total).toBe(count);
    expect(count).toBeLessThanOrEqual(total);
  });

  it('leaves values of facets out beyond a limit, and says how many', () => {
    const all = search('数据', '--facets', 'task', '--limit', '0');
    const few = search('数据', '--facets', 'task', '--limit', '0', '--facet-limit', '2');
    expect(few.facets['task']).toEqual(all.facets['task']?.slice(0, 2));
    expect(few.facetTotals).toEqual({ task: all.facets['task']?.length });
    const more = (all.facets['task']?.length ?? 0) - 2;
    const args = [
      'search',
      index,
      '数据',
      '--facets',
      'task',
      '--limit',
      '0',
      '--facet-limit',
      '2',
    ];
    expect(runCli(args).stdout).toContain(`and ${more} more (--facet-limit)`);
  });

  it('passes over hits, explains, groups, sorts, and leaves synonyms out', () => {
    const all = search('数据', '--limit', '6').hits;
    expect(search('数据', '--limit', '3', '--offset', '3').hits).toEqual(all.slice(3));
    expect(search('数据', '--limit', '1', '--explain').hits[0]?.explanation?.value).toBe(
      all[0]?.rawScore,
    );
    const grouped = search('数据', '--group', '--limit', '2').hits;
    expect(new Set(grouped.map(({ document }) => document.id)).size).toBe(2);
    const dates = search('数据', '--sort', 'oldest').hits.map(
      ({ document }) => document.issuedOn ?? '',
    );
    expect(dates).toEqual([...dates].sort());
    expect(search('AI', '--no-synonyms').total).toBeLessThan(search('AI').total);
  });

  it('finds passages like another in other documents', () => {
    const [first] = search('公共数据授权运营').hits;
    const like = search('--like', first?.passage.id ?? '');
    expect(like.query).toBeNull();
    expect(like.hits.length).toBeGreaterThan(0);
    expect(like.hits.map(({ document }) => document.id)).not.toContain(first?.document.id);
  });

  it('asks whether something else was meant', () => {
    expect(search('数剧要素').didYouMean).toBe('数据要素');
    expect(runCli(['search', index, '数剧要素']).stderr).toContain('did you mean 数据要素');
  });

  it('says what of the question the index does not have', () => {
    const { status, stdout, stderr } = runCli(['search', index, 'year:2050 task:T99 region:宁播']);
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/^zhengce: no document has year:2050; there are 20\d\d, /m);
    expect(stderr).toMatch(/^zhengce: no passage has task:T99; there are T1, /m);
    expect(stderr).toMatch(/^zhengce: no document has region:宁播; there are /m);
    expect(stderr).toContain('did you mean year:2050 task:T9 region:宁波');
    expect(search('国发〔2099〕29号').notices).toEqual([
      { kind: 'unknown-number', number: '国发〔2099〕29号', citations: 0, similar: [] },
    ]);
  });

  it('writes plain lines where there is no terminal', () => {
    const { stdout, stderr } = runCli([
      'search',
      index,
      '公共数据',
      '--limit',
      '1',
      '--facets',
      'task',
    ]);
    expect(stdout).toMatch(/^ {2}1\. .* {2}0\.\d\d\n {6}.*#p\d+ {2}20\d\d/);
    expect(stdout).toMatch(/\ntask\n +\d+ {2}T\d+\n/);
    expect(stdout).not.toContain('\u001b');
    expect(stderr).toMatch(/^zhengce: \d+ of 283 passages match, 1 shown, \d+ ms\n$/);
    expect(runCli(['search', index, '公共数据', '--quiet']).stderr).toBe('');
  });

  it('shows no control characters of documents', () => {
    const files = createFolder({ 'a.txt': '数据\u001b[31m要素\u0007市场。' });
    const out = join(files, 'out.zci');
    runCli(['index', files, '--out', out]);
    const { stdout } = runCli(['search', out, '市场']);
    expect(stdout).toContain('市场');
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it('finds nothing without fault', () => {
    const { status, stdout, stderr } = runCli(['search', index, 'zzzz']);
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toContain('0 of 283 passages match');
  });

  it('points to the place where a query is malformed', () => {
    const { status, stdout, stderr } = runCli(['search', index, '数据 "要素']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.split('\n').slice(0, 3)).toEqual([
      expect.stringMatching(/^zhengce: .* position 3\) \[invalid-query\]$/),
      '  数据 "要素',
      '  　　 ^',
    ]);
  });

  it.each<[string, readonly string[], number, RegExp]>([
    ['a filter without a value', ['数据', '--filter', 'task='], 2, /field=value/],
    ['a filter of no field', ['数据', '--filter', 'colour=red'], 2, /field=value/],
    ['two filters in one', ['数据', '--filter', 'task=T1 OR x'], 0, /0 of/],
    ['a facet of no field', ['数据', '--facets', 'colour'], 2, /colour/],
    ['a limit that is none', ['数据', '--limit', 'all'], 2, /--limit/],
    ['a limit that is too high', ['数据', '--limit', '100000'], 2, /1000/],
    ['an order that is none', ['数据', '--sort', 'best'], 2, /relevance/],
    ['no query', [], 2, /--filter or --like/],
    ['a query of marks', ['，。'], 2, /expected a QUERY/],
    ['a query and a passage', ['数据', '--like', 'a#p1'], 2, /--like/],
    ['a passage that is not there', ['--like', 'a#p1'], 2, /a#p1/],
  ])('says what is wrong with %s', (_name, args, status, message) => {
    const result = runCli(['search', index, ...args]);
    expect(result.status).toBe(status);
    expect(result.stderr).toMatch(message);
  });

  it('refuses what is no index, or is damaged, or was made with another plan', () => {
    const bytes = readFileSync(index);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    const damaged = join(folder, 'damaged.zci');
    writeFileSync(damaged, bytes);
    const cases: readonly (readonly [string, RegExp])[] = [
      [join(folder, 'nowhere.zci'), /read-failed/],
      ['package.json', /invalid-snapshot/],
      [damaged, /invalid-snapshot/],
    ];
    for (const [file, message] of cases) {
      const { status, stdout, stderr } = runCli(['search', file, '数据']);
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(message);
    }
    const plan = createFolder({
      'plan.yaml':
        'id: p\ntitle: 规划\nversion: "1"\nperiod: { start: 2021, end: 2025 }\nschemes:\n  - { id: task, prefLabel: 任务, assignable: true }\nconcepts:\n  - { id: t1, notation: T1, inScheme: task, prefLabel: 数据要素大市场, lexicon: [{ weight: 1, terms: [数据要素大市场] }] }\n',
    });
    const own = join(plan, 'own.zci');
    const flags = ['--taxonomy', join(plan, 'plan.yaml')];
    expect(runCli(['index', samples, '--out', own, ...flags]).status).toBe(0);
    const { status, stderr } = runCli(['search', own, '数据']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/incompatible-snapshot/);
    expect(stderr).toContain('--taxonomy');
    expect(runCli(['search', own, '数据', ...flags]).status).toBe(0);
  });
});

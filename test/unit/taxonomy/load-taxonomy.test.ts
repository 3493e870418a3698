import { describe, expect, it } from 'vitest';
import { ZhengceError } from '../../../src/errors';
import { loadTaxonomy } from '../../../src/taxonomy';
import { breakTaxonomy, taxonomyText } from './taxonomy-text';

function catchError(text: string, fileName?: string): ZhengceError {
  try {
    loadTaxonomy(text, fileName === undefined ? {} : { fileName });
  } catch (error) {
    if (error instanceof ZhengceError) return error;
    throw error;
  }
  throw new Error(`Expected a ZhengceError for\n${text.slice(0, 400)}`);
}

interface ListedProblem {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: string;
}

function listProblems(text: string): readonly ListedProblem[] {
  const error = catchError(text);
  expect(error.code).toBe('invalid-taxonomy');
  return error.details['problems'] as readonly ListedProblem[];
}

function isDeeplyFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen);
}

describe('loadTaxonomy', () => {
  it('gives the model of a file', () => {
    const taxonomy = loadTaxonomy(taxonomyText);
    expect(taxonomy).toMatchObject({
      id: 'small-plan',
      title: '某市数字化规划',
      version: '2',
      issuer: '某市人民政府',
      issuedOn: '2024-02-29',
      period: { start: 2024, end: 2026 },
      cues: { digital: ['数字', '数据'] },
    });
    expect(taxonomy.schemes.map(({ id, assignable }) => [id, assignable])).toEqual([
      ['area', false],
      ['task', true],
    ]);
    expect(taxonomy.concepts[1]).toEqual({
      id: 'data',
      notation: 'N1',
      inScheme: 'task',
      prefLabel: '数据要素',
      altLabels: ['数据资源'],
      hiddenLabels: ['数据要素体系'],
      scopeNote: '数据的供给与流通。',
      broader: ['area-data'],
      narrower: [],
      related: ['network'],
      lexicon: [
        { term: '公共数据', weight: 3, with: undefined },
        { term: '数据交易', weight: 3, with: undefined },
        { term: '统计年鉴', weight: -2, with: 'digital' },
      ],
    });
  });

  it('derives narrower and the other side of related', () => {
    const [area, , network] = loadTaxonomy(taxonomyText).concepts;
    expect(area?.narrower).toEqual(['data', 'network']);
    expect(network?.related).toEqual(['data']);
  });

  it('fills in what is left out', () => {
    const [area] = loadTaxonomy(taxonomyText).concepts;
    expect(area).toMatchObject({ notation: '', altLabels: [], scopeNote: '', lexicon: [] });
    const bare = loadTaxonomy(breakTaxonomy('issuer: 某市人民政府\nissuedOn: 2024-02-29\n', ''));
    expect([bare.issuer, bare.issuedOn]).toEqual([undefined, undefined]);
  });

  it('freezes the result to its leaves', () => {
    expect(isDeeplyFrozen(loadTaxonomy(taxonomyText))).toBe(true);
  });

  it('normalises terms and cues and keeps labels', () => {
    const text = breakTaxonomy('[公共数据, 数据交易]', '[" ５Ｇ基站 ", 數據交易]')
      .replace('[数字, 数据]', '[數字, 数据]')
      .replace('[数据资源]', '[數據資源]');
    const taxonomy = loadTaxonomy(text);
    expect(taxonomy.concepts[1]?.lexicon.map(({ term }) => term)).toEqual([
      '5G基站',
      '数据交易',
      '统计年鉴',
    ]);
    expect(taxonomy.cues['digital']).toEqual(['数字', '数据']);
    expect(taxonomy.concepts[1]?.altLabels).toEqual(['數據資源']);
  });

  it('joins folded lines of a Chinese note without a space', () => {
    const folded = '>-\n      数据的供给\n      与流通，\n      见 N2。';
    const { concepts } = loadTaxonomy(breakTaxonomy('数据的供给与流通。', folded));
    expect(concepts[1]?.scopeNote).toBe('数据的供给与流通，见 N2。');
  });

  it('reads JSON, a byte order mark, \\r\\n and anchors', () => {
    const expected = loadTaxonomy(taxonomyText);
    expect(loadTaxonomy(`\uFEFF${taxonomyText}`)).toEqual(expected);
    expect(loadTaxonomy(taxonomyText.replaceAll('\n', '\r\n'))).toEqual(expected);
    const anchored = taxonomyText
      .replace('broader: [area-data]', 'broader: &up [area-data]')
      .replace(/broader: \[area-data\]\n$/, 'broader: *up\n');
    expect(anchored).toContain('*up');
    expect(loadTaxonomy(anchored)).toEqual(expected);
  });

  it('finds no cue list under the name of an inherited property', () => {
    const { cues } = loadTaxonomy(taxonomyText);
    expect(cues.constructor).toBeUndefined();
    const text = breakTaxonomy('with: digital', 'with: constructor');
    expect(listProblems(text)[0]?.path).toBe('concepts[1].lexicon[1].with');
  });

  it('names file, line, column, what it expected and what it received', () => {
    const { message, details } = catchError(breakTaxonomy('weight: 3', 'weight: 9'), 'plan.yaml');
    expect(message).toBe(
      'loadTaxonomy: expected a weight from -5 to 5 that is not 0, received "9" (plan.yaml:24:17, concepts[1].lexicon[0].weight)',
    );
    expect(details).toEqual({
      fileName: 'plan.yaml',
      problemCount: 1,
      problems: [
        {
          line: 24,
          column: 17,
          path: 'concepts[1].lexicon[0].weight',
          message: 'expected a weight from -5 to 5 that is not 0, received "9"',
        },
      ],
    });
  });

  it('counts all problems, lists 20 of them, in the order of the file', () => {
    const terms = Array.from({ length: 30 }, () => '公共数据').join(', ');
    const { message, details } = catchError(breakTaxonomy('公共数据', terms));
    expect(details['problemCount']).toBe(29);
    const problems = details['problems'] as readonly ListedProblem[];
    expect(problems).toHaveLength(20);
    expect(problems.map(({ column }) => column)).toEqual(
      problems.map(({ column }) => column).sort((a, b) => a - b),
    );
    expect(message).toMatch(/\), and 28 more problems$/);
  });

  it.each<[what: string, passage: string, replacement: string, line: number, message: RegExp]>([
    ['a mistyped key', 'scopeNote:', 'scopenote:', 20, /"scopenote"; did you mean "scopeNote"\?$/],
    ['a mistyped key of the file', 'issuer:', 'isuer:', 4, /did you mean "issuer"\?$/],
    ['a key of nothing', 'notation: N1', 'colour: N1', 15, /received "colour"$/],
    [
      'a key that is missing',
      'title: 某市数字化规划\n',
      '',
      1,
      /expected a text, received nothing/,
    ],
    ['a value that is missing', 'title: 某市数字化规划', 'title:', 2, /received nothing$/],
    ['an empty text', 'title: 某市数字化规划', 'title: ""', 2, /expected a text that is not empty/],
    [
      'a number for a text',
      'version: "2"',
      'version: 2',
      3,
      /received "2" \(a number; quote it\)$/,
    ],
    [
      'a text for a list',
      '[数据资源]',
      '数据资源',
      18,
      /expected a list of labels, received "数据资源"/,
    ],
    ['a text for a truth value', 'assignable: true', 'assignable: 是', 9, /expected true or false/],
    ['an impossible day', '2024-02-29', '2023-02-29', 5, /expected YYYY-MM-DD, YYYY-MM or YYYY/],
    ['a period that ends before', 'end: 2026', 'end: 2023', 6, /expected a year not before 2024/],
    ['a scheme twice', 'id: area,', 'id: task,', 9, /expected a name of its own, received "task"/],
    [
      'a concept twice',
      'id: network',
      'id: data',
      29,
      /expected a name of its own, received "data"/,
    ],
    ['a notation twice', 'N2', 'N1', 30, /expected a name of its own, received "N1"/],
    ["another's id for a notation", 'N2', 'data', 30, /no other concept's id, received "data"/],
    ['a notation with a comma', 'N2', '"N,2"', 30, /expected a notation of 1 to 32 characters/],
    [
      'an assignable one without notation',
      '    notation: N2\n',
      '',
      29,
      /expected a notation, since/,
    ],
    ['an unknown scheme', 'inScheme: task', 'inScheme: tasks', 16, /did you mean "task"\?$/],
    ['an unknown broader one', '[area-data]', '[area-date]', 21, /did you mean "area-data"\?$/],
    [
      'an unknown related one',
      '[network]',
      '[net]',
      22,
      /expected the id of a concept, received "net"/,
    ],
    ['a relation to itself', '[network]', '[data]', 22, /expected another concept than itself/],
    ['a relation twice', '[network]', '[network, network]', 22, /expected each concept once/],
    [
      'a circle of broader ones',
      '数据 }',
      '数据, broader: [data] }',
      13,
      /"area-data → data → area-data"/,
    ],
    ['weight 0', 'weight: 3', 'weight: 0', 24, /expected a weight from -5 to 5 that is not 0/],
    ['an infinite weight', 'weight: 3', 'weight: .inf', 24, /expected a weight/],
    [
      'a group without terms',
      '[公共数据, 数据交易]',
      '[]',
      25,
      /at least one of: terms, received a list of 0/,
    ],
    ['an unknown cue list', 'with: digital', 'with: digitl', 27, /did you mean "digital"\?$/],
    ['a term twice', '数据交易', '公共数据', 25, /expected each term of a concept once/],
    [
      'a term twice after normalising',
      '数据交易',
      '公共數據',
      25,
      /expected each term of a concept once/,
    ],
    [
      'a term for and against',
      '统计年鉴',
      '公共数据',
      28,
      /either for or against.+weight 3 already/,
    ],
    [
      'a term that shows nothing',
      '数据交易',
      '"\\u200b "',
      25,
      /expected a text that shows something/,
    ],
    ['a term of a whole sentence', '数据交易', '长'.repeat(65), 25, /at most 64 UTF-16 code units/],
    ['a term over two lines', '数据交易', '"数据\\n交易"', 25, /expected a text on one line/],
    ['half a character', '数据交易', '"数据\\ud83d"', 25, /expected whole characters/],
    ['a label twice', '[数据要素体系]', '[数据资源]', 19, /expected each label of a concept once/],
    [
      'the preferred label again',
      '[数据资源]',
      '[数据要素]',
      18,
      /expected each label of a concept once/,
    ],
    ['a cue twice', '[数字, 数据]', '[数字, 數字]', 11, /expected each cue of a list once/],
    ['an empty cue list', '[数字, 数据]', '[]', 11, /at least one of: cues/],
    ['a cue list of no name', 'digital: [', '"数 字": [', 11, /expected an id of 1 to 64/],
    [
      'a key twice',
      'version: "2"',
      'version: "2"\nversion: "3"',
      4,
      /each key once, received "version"/,
    ],
    [
      'a prototype',
      'version: "2"',
      'version: "2"\n__proto__: {}',
      4,
      /expected a name, received "__proto__"/,
    ],
    ['an unknown tag', '"2"', '!plan "2"', 3, /expected well-formed YAML: Unresolved tag/],
    ['no YAML', 'schemes:', 'schemes: [', 8, /expected well-formed YAML/],
    ['a second document', 'schemes:', '---\nschemes:', 7, /multiple documents/],
    ['an unknown alias', '[数据资源]', '*labels', 18, /Unresolved alias/],
  ])('reports %s', (_, passage, replacement, line, message) => {
    const problems = listProblems(breakTaxonomy(passage, replacement));
    expect(problems.find((problem) => message.test(problem.message))?.line).toBe(line);
  });

  it('bounds aliases', () => {
    const layers = Array.from(
      { length: 9 },
      (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`,
    );
    const { message } = catchError(`a0: &a0 [x, x, x]\n${layers.join('\n')}\n`);
    expect(message).toMatch(/bounds of aliases and depth: Excessive alias count/);
  });

  it('bounds the number of cue lists', () => {
    const lists = Array.from({ length: 31 }, (_, i) => `  list-${i}: [数字]`).join('\n');
    const problems = listProblems(breakTaxonomy('  digital: [数字, 数据]', lists));
    expect(problems[0]?.message).toBe('expected at most 30 lists of cues, received "31"');
  });

  it.each([
    ['nothing', ''],
    ['a list', '- 1'],
    ['null', 'null'],
    ['a deep nest', '['.repeat(20_000)],
    ['a deep nest of blocks', '- '.repeat(20_000)],
    ['NUL', '\0'.repeat(1000)],
    ['100,000 keys', Array.from({ length: 100_000 }, (_, i) => `k${i}: 1`).join('\n')],
  ])('rejects %s', (_, text) => {
    expect(catchError(text).code).toBe('invalid-taxonomy');
  });

  it('rejects a text above 1 Mi code units and what is no text', () => {
    expect(catchError('#'.repeat(1024 * 1024 + 1)).code).toBe('input-too-large');
    expect(catchError(undefined as unknown as string).code).toBe('invalid-argument');
  });
});

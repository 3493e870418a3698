// Synonyms: the table of the package, tables of one's own, and what is found of them in a text.
import { describe, expect, it } from 'vitest';
import table from '../../../corpus/search/synonyms.json';
import { ZhengceError } from '../../../src/errors';
import {
  builtinSynonyms,
  loadSynonyms,
  type SynonymEntry,
  type Synonyms,
  type SynonymTable,
} from '../../../src/search/synonyms';
import { createJiebaSegmenter } from '../../../src/segment';
import { normalizeText } from '../../../src/text';

const { groups }: SynonymTable = table;
const entries: readonly SynonymEntry[] = groups.flatMap((group) => group.entries);
const segmenter = createJiebaSegmenter();

function load(...own: readonly unknown[]): Synonyms {
  return loadSynonyms({ id: 'own', version: '1', groups: [{ topic: 'x', entries: own }] });
}

/** What is found in a text: `数据→信息*0.8`. */
function show(synonyms: Synonyms, text: string, words?: typeof segmenter): readonly string[] {
  return synonyms
    .find(text, words)
    .map(({ start, end, alternatives }) =>
      [
        text.slice(start, end),
        ...alternatives.map((other) => `${other.text}*${other.weight}`),
      ].join(' '),
    );
}

function listTerms(entry: SynonymEntry): readonly string[] {
  return 'equal' in entry ? entry.equal : [...entry.find, ...entry.also];
}

describe('corpus/search/synonyms.json', () => {
  it('is a sound table of at least 150 entries', () => {
    expect(() => loadSynonyms(table)).not.toThrow();
    expect(entries.length).toBeGreaterThanOrEqual(150);
  });

  it('writes its terms as they are folded, but for case', () => {
    const terms = entries.flatMap(listTerms);
    expect(terms.filter((term) => normalizeText(term).text !== term)).toEqual([]);
  });

  it('says nothing twice: no term finds another by two entries', () => {
    const pairs = entries.flatMap((entry) => {
      const from = 'equal' in entry ? entry.equal : entry.find;
      const to = 'equal' in entry ? entry.equal : entry.also;
      return from.flatMap((a) => to.filter((b) => b !== a).map((b) => `${a} → ${b}`));
    });
    expect(pairs.filter((pair, index) => pairs.indexOf(pair) !== index)).toEqual([]);
  });

  it('lets no term find itself', () => {
    const loops = entries.filter(
      (entry) => 'find' in entry && entry.find.some((term) => entry.also.includes(term)),
    );
    expect(loops).toEqual([]);
  });
});

describe('builtinSynonyms', () => {
  it.each<[string, readonly string[]]>([
    ['ai赋能', ['ai 人工智能*0.8']],
    ['openai', []],
    ['人工智能', ['人工智能 ai*0.8']],
    ['十四五数字经济', ['十四五 第十四个五年*0.8 第十四个五年规划*0.8']],
    ['发改委', ['发改委 发展改革委*0.7 发展改革部门*0.7 国家发展改革委*0.7']],
    ['r&d', ['r&d 研究与试验发展*0.8']],
    ['长三角新基建', ['长三角 长江三角洲*0.8', '新基建 新型基础设施建设*0.8 新型基础设施*0.7']],
    ['', []],
  ])('finds in %j', (text, expected) => {
    expect(show(builtinSynonyms, text)).toEqual(expected);
  });

  it('finds no term that cuts a word in two, where it is told of words', () => {
    expect(show(builtinSynonyms, '中央行政机关')).toHaveLength(1);
    expect(show(builtinSynonyms, '中央行政机关', segmenter)).toEqual([]);
    expect(show(builtinSynonyms, '央行政策', segmenter)).toHaveLength(1);
  });
});

describe('loadSynonyms', () => {
  it('lets equal terms find each other, and others one way', () => {
    const synonyms = load(
      { equal: ['甲', '乙', 'Ｃ'], weight: 0.9 },
      { find: ['丙'], also: ['甲'] },
    );
    expect(show(synonyms, '甲乙c丙')).toEqual([
      '甲 c*0.9 乙*0.9',
      '乙 c*0.9 甲*0.9',
      'c 乙*0.9 甲*0.9',
      '丙 甲*0.7',
    ]);
  });

  it('takes the greatest weight where entries meet, and the longest term where terms do', () => {
    const synonyms = load(
      { equal: ['甲', '乙'], weight: 0.3 },
      { find: ['甲'], also: ['乙'], weight: 0.6 },
      { find: ['甲丁'], also: ['戊'] },
    );
    expect(show(synonyms, '甲，甲丁')).toEqual(['甲 乙*0.6', '甲丁 戊*0.7']);
  });

  it.each<[string, unknown, RegExp]>([
    ['no table', 7, /expected a table \{id, version, groups\}, received "7" \(synonyms\)/],
    ['no version', { id: 'a', groups: [] }, /received "undefined" \(synonyms\.version\)/],
    [
      'a key too many',
      { id: 'a', version: '1', groups: [], terms: [] },
      /a table \{id, version, groups\}/,
    ],
  ])('refuses %s', (_name, value, message) => {
    expect(() => loadSynonyms(value)).toThrow(message);
  });

  it.each<[string, unknown]>([
    ['one equal term', { equal: ['甲'] }],
    ['a term twice', { equal: ['甲', '甲'] }],
    ['nothing to find', { find: ['甲'], also: [] }],
    ['both forms', { equal: ['甲', '乙'], find: ['甲'], also: ['乙'] }],
    ['a weight of 1', { equal: ['甲', '乙'], weight: 1 }],
    ['a weight of 0', { equal: ['甲', '乙'], weight: 0 }],
    ['a term of marks', { equal: ['甲', '，'] }],
    ['a lone surrogate', { equal: ['甲', '乙\ud800'] }],
    ['a term that is too long', { equal: ['甲', '乙'.repeat(101)] }],
  ])('refuses %s, and says where', (_name, entry) => {
    expect(() => load(entry)).toThrow(ZhengceError);
    expect(() => load(entry)).toThrow(
      /^loadSynonyms: expected .* \(synonyms\.groups\[0\]\.entries\[0\]/,
    );
  });
});

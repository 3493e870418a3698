// Highlights: what is marked, which sentences are shown, and where they stand in the source.
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document';
import {
  createHighlighter,
  type HighlightOptions,
  type HitHighlight,
} from '../../../src/search/highlight';
import { parseQuery } from '../../../src/search/query';
import { builtinSynonyms } from '../../../src/search/synonyms';
import { createJiebaSegmenter } from '../../../src/segment';
import type { Span } from '../../../src/text';

const segmenter = createJiebaSegmenter({ terms: ['数据要素', '数据要素市场'] });

interface Case extends HighlightOptions {
  readonly query: string;
  readonly text: string;
  readonly headingPath?: readonly string[];
  readonly title?: string;
  readonly synonyms?: false;
}

function highlight({
  query,
  text,
  headingPath = [],
  title,
  synonyms,
  ...options
}: Case): HitHighlight {
  const pieces = [{ start: 0, end: text.length }];
  return createHighlighter(parseQuery(query), {
    segmenter,
    synonyms: synonyms === false ? undefined : builtinSynonyms,
    ...options,
  }).highlight({ text, pieces, headingPath, title });
}

function mark(text: string, spans: readonly Span[]): string {
  let marked = '';
  let at = 0;
  for (const { start, end } of spans) {
    marked += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return marked + text.slice(at);
}

/** The snippets with their matches in brackets. */
function show(input: Case): readonly string[] {
  return highlight(input).snippets.map(({ text, highlights }) => mark(text, highlights));
}

describe('createHighlighter', () => {
  it.each<[string, string, string]>([
    ['数据要素', '培育数据要素市场。', '培育[数据要素]市场。'],
    ['數據要素', '培育數據要素市場。', '培育[數據要素]市場。'],
    ['ai 5G', '发展ＡＩ和５Ｇ，OpenAI 不算。', '发展[ＡＩ]和[５Ｇ]，OpenAI 不算。'],
    ['AI', '发展人工智能产业。', '发展[人工智能]产业。'],
    ['"数据要素市场"', '数据要素，数据要素市场', '数据要素，[数据要素市场]'],
    ['“数据 要素”', '数据　要素', '[数据　要素]'],
    ['数据 要素', '数据、要素', '[数据]、[要素]'],
    ['适老化改造', '适老化产品，老化的设备', '[适老化]产品，[老化]的设备'],
    ['如何推进数据的共享', '如何推进数据的共享', '如何[推进数据]的[共享]'],
    ['数据 -金融', '金融数据', '金融[数据]'],
    ['task:T2 数据', 'task数据T2', 'task[数据]T2'],
    ['数据 OR "要素"', '要素和数据', '[要素]和[数据]'],
    ['的', '数据的', '数据[的]'],
    ['task:T2', '数据。', '数据。'],
    ['', '数据。', '数据。'],
    ['数\ud800据 要素', '\ud800要素', '\ud800[要素]'],
  ])('marks for %j in %j', (query, text, expected) => {
    expect(show({ query, text })).toEqual([expected]);
  });

  it('marks no synonym where there are none', () => {
    expect(show({ query: 'AI', text: '人工智能。', synonyms: false })).toEqual(['人工智能。']);
  });

  it('marks pairs of characters where no word is found', () => {
    expect(show({ query: '数智融合', text: '推进数智化。' })).toEqual(['推进[数智]化。']);
  });

  it('marks title and headings', () => {
    const { title, headings } = highlight({
      query: '数据要素',
      text: '一。',
      title: '数据要素办法',
      headingPath: ['总则', '（一）数据要素'],
    });
    expect(title).toEqual([{ start: 0, end: 4 }]);
    expect(headings).toEqual([[], [{ start: 3, end: 7 }]]);
  });

  it('shows whole sentences, and first those that hold most of what was asked for', () => {
    const filler = '本段与此无关，只是占去一些地方而已。';
    const text = `${filler}数据先行。${filler.repeat(3)}数据和算力并重。${filler.repeat(3)}`;
    expect(show({ query: '数据 算力', text, maxSnippets: 1, maxLength: 20 })).toEqual([
      '[数据]和[算力]并重。',
    ]);
    expect(show({ query: '数据 算力', text, maxSnippets: 1, maxLength: 30 })).toEqual([
      `[数据]和[算力]并重。${filler}`,
    ]);
  });

  it('shows a second place where it adds something, in the order of the text', () => {
    const filler = '本段与此无关，只是占去一些地方而已。'.repeat(5);
    const text = `网络安全。${filler}数据和算力并重。${filler}数据。`;
    expect(show({ query: '数据 算力 网络安全', text, maxLength: 20 })).toEqual([
      '[网络安全]。',
      '[数据]和[算力]并重。',
    ]);
    expect(show({ query: '数据 算力', text, maxLength: 20 })).toEqual(['[数据]和[算力]并重。']);
  });

  it('weighs words as it is told', () => {
    const text = `数据。${'本段与此无关，只是占去一些地方而已。'.repeat(3)}算力。`;
    const shown = (rare: string): string | undefined =>
      createHighlighter(parseQuery('数据 算力'), {
        segmenter,
        maxSnippets: 1,
        maxLength: 20,
        weigh: (term) => (term === rare ? 5 : 1),
      }).highlight({ text, pieces: [], headingPath: [], title: undefined }).snippets[0]?.text;
    expect(shown('数据')).toBe('数据。');
    expect(shown('算力')).toBe('算力。');
  });

  it('cuts a sentence that is too long behind a mark, never a character', () => {
    const clause = '这里有十个字的分句呀，';
    const text = `${clause.repeat(10)}数据。`;
    const [shown = ''] = show({ query: '数据', text, maxLength: 40 });
    expect(shown).toBe(`${clause.repeat(1)}[数据]。`);
    const astral = show({ query: '数据', text: `${'𠮷'.repeat(99)}数据`, maxLength: 21 });
    expect(astral.join('')).toMatch(/^(?:𠮷|\[数据\])+$/u);
  });

  it('shows the beginning where nothing matches, and nothing of an empty passage', () => {
    expect(show({ query: '算力', text: '  第一句。第二句。', maxLength: 20 })).toEqual([
      '第一句。第二句。',
    ]);
    expect(show({ query: '算力', text: ' ' })).toEqual([]);
  });

  it('points into the source, piece by piece, over wraps and page numbers', () => {
    const clause =
      '各地要加快推动公共数据开放共享，规范有序培育数据要素市场，做好组织实施和检查督促工作，';
    const text = `${clause.repeat(5)}确保取得实效。`;
    const lines = text.match(/.{1,24}/gu) ?? [];
    const source = [
      '关于培育市场的通知',
      '',
      ...lines.slice(0, 3),
      '— 3 —',
      ...lines.slice(3),
    ].join('\n');
    const passages = parseDocument(source, { id: 'd' }).passages;
    const passage = passages.find(({ text }) => text.includes('数据要素市场')) ?? passages[0];
    if (passage === undefined) throw new Error('no passage');
    expect(passage.pieces.length).toBeGreaterThan(5);
    const { snippets } = createHighlighter(parseQuery('数据要素市场'), {
      segmenter,
      maxLength: 1000,
    }).highlight({
      ...passage,
      title: undefined,
    });
    const marks = snippets.flatMap(({ highlights }) => highlights);
    const words = marks.map((one) => one.source.map(({ start, end }) => source.slice(start, end)));
    expect(words.map((parts) => parts.join('')).filter((word) => word !== '数据')).toEqual(
      Array(5).fill('数据要素市场'),
    );
    expect(words.filter((parts) => parts.length > 1)).not.toEqual([]);
  });

  it('places pieces that a space was put between', () => {
    const source = 'big\n\ndata, 大\n数据';
    const pieces = [
      { start: 0, end: 3 },
      { start: 5, end: 12 },
      { start: 13, end: 15 },
    ];
    const [snippet] = createHighlighter(parseQuery('data "大数据"'), { segmenter }).highlight({
      text: 'big data, 大数据',
      pieces,
      headingPath: [],
      title: undefined,
    }).snippets;
    const words = snippet?.highlights.map((one) =>
      one.source.map(({ start, end }) => source.slice(start, end)),
    );
    expect(words).toEqual([['data'], ['大', '数据']]);
  });

  it.each<[keyof HighlightOptions, number]>([
    ['maxSnippets', 0],
    ['maxSnippets', 21],
    ['maxLength', 19],
    ['maxLength', 33.3],
  ])('refuses %s of %d', (name, value) => {
    expect(() => highlight({ query: 'a', text: 'a', [name]: value })).toThrow(
      new RegExp(`expected an integer from .* received "${String(value)}" \\(highlight.${name}\\)`),
    );
  });
});

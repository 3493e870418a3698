import { describe, expect, it } from 'vitest';
import { createJiebaSegmenter } from '../../../src/segment';
import type { Feature, PassageView } from '../../../src/tag';
import { compileLexicon } from '../../../src/tag/lexicon';
import { createLexiconFeatures } from '../../../src/tag/lexicon-features';
import { tinyTaxonomy } from '../../support/tiny-taxonomy';

const lexicon = compileLexicon(tinyTaxonomy, 3);
const extractor = createLexiconFeatures(lexicon, createJiebaSegmenter());

function list(view: Partial<PassageView>): readonly string[] {
  const whole = { text: '', headings: [], title: '', ...view };
  return (extractor.extract([whole])[0] ?? []).map((feature) => describeFeature(feature, whole));
}

function describeFeature(
  { concept, field, headingIndex, value, span, term }: Feature,
  view: PassageView,
): string {
  const text =
    field === 'text'
      ? view.text
      : field === 'title'
        ? view.title
        : (view.headings[headingIndex] ?? '');
  expect(text.slice(span.start, span.end)).toBe(term);
  return `${lexicon.concepts[concept]?.notation ?? ''} ${field} ${term} ${String(value)}`;
}

/** What a term says. */
function weightsOf(term: number): readonly object[] {
  const { firsts, concepts, values, cues } = lexicon.weights;
  return Array.from({ length: (firsts[term + 1] ?? 0) - (firsts[term] ?? 0) }, (_, i) => {
    const at = (firsts[term] ?? 0) + i;
    return { concept: concepts[at], weight: values[at], cue: cues[at] };
  });
}

describe('compileLexicon', () => {
  it('keeps the concepts of assignable schemes, in the order of the taxonomy', () => {
    expect(lexicon.concepts.map(({ notation }) => notation)).toEqual(['T1', 'T2', 'A1']);
  });

  it('lets a term speak for several concepts', () => {
    const index = lexicon.matcher.terms.findIndex(({ text }) => text === '数据');
    expect(weightsOf(index)).toEqual([
      { concept: 0, weight: 3, cue: -1 },
      { concept: 2, weight: 1, cue: -1 },
    ]);
  });

  it('adds labels with the label weight, and cues without any', () => {
    const byText = new Map(lexicon.matcher.terms.map(({ text, id }) => [text, weightsOf(id)]));
    expect(byText.get('数据要素')).toEqual([{ concept: 0, weight: 3, cue: -1 }]);
    expect(byText.get('智慧')).toEqual([]);
  });

  it('hears a cue inside a longer term', () => {
    const index = lexicon.matcher.terms.findIndex(({ text }) => text === '智慧教育');
    expect(lexicon.cues[index]).toBe(1);
  });
});

describe('createLexiconFeatures', () => {
  it.each<[string, Partial<PassageView>, readonly string[]]>([
    ['finds terms', { text: '推进数据共享。' }, ['T1 text 数据共享 3']],
    ['takes the longest term at a place', { text: '设立数据交易所。' }, ['T1 text 数据交易所 3']],
    ['finds a negative term', { text: '公布统计数据。' }, ['T1 text 统计数据 -2']],
    ['finds labels', { text: '用好数据要素。' }, ['T1 text 数据要素 3']],
    ['needs a cue where the entry says so', { text: '改造课堂。' }, []],
    ['hears the cue in the sentence', { text: '改造数字课堂。' }, ['T2 text 课堂 2']],
    ['hears the cue after the term', { text: '把课堂搬到在线。' }, ['T2 text 课堂 2']],
    ['does not hear the cue of the next sentence', { text: '改造课堂。建设数字展馆。' }, []],
    [
      'hears the cue of the nearest heading',
      { text: '改造课堂。', headings: ['一、发展数字教育'] },
      ['T2 text 课堂 2'],
    ],
    [
      'passes over a heading that is only a number',
      { text: '改造课堂。', headings: ['一、发展数字教育', '(一)'] },
      ['T2 text 课堂 2'],
    ],
    [
      'does not hear the cue of an outer heading',
      { text: '改造课堂。', headings: ['一、发展数字教育', '(一)修缮校舍工程'] },
      [],
    ],
    [
      'hears the cue of the title',
      { text: '改造课堂。', title: '智慧校园方案' },
      ['T2 text 课堂 2'],
    ],
    [
      'reads headings and title for what the text speaks of',
      { text: '落实数据要求。', headings: ['一、数据共享'], title: '数据交易与智慧教育办法' },
      ['T1 text 数据 3', 'A1 text 数据 1', 'T1 heading 数据共享 3', 'T1 title 数据交易 3'],
    ],
    [
      'leaves headings and title alone where the text says nothing',
      { text: '各地落实。', headings: ['一、数据共享'], title: '数据交易办法' },
      [],
    ],
    ['takes no short term out of a longer word', { text: '加强计算力度。' }, []],
    ['takes a short term that is a word', { text: '提升算力水平。' }, ['A1 text 算力 3']],
    [
      'matches Latin letters in either case, as whole words',
      { text: '用ai建5g网络，MAIN不算。' },
      ['A1 text ai 3', 'A1 text 5g网络 3'],
    ],
    ['finds nothing in nothing', {}, []],
  ])('%s', (_name, view, expected) => {
    expect(list(view)).toEqual(expected);
  });

  it('keeps passages apart that it takes together', () => {
    const views = ['推进数据', '共享算力', '', '算力。'].map((text) => ({
      text,
      headings: [],
      title: '',
    }));
    const together = extractor.extract(views);
    expect(together).toEqual(views.map((view) => extractor.extract([view])[0]));
    expect(together.map((features) => features.map(({ term }) => term))).toEqual([
      ['数据', '数据'],
      ['算力'],
      [],
      ['算力'],
    ]);
  });

  it('gives the same features again, headings remembered or not', () => {
    const view = { text: '推进数据共享。', headings: ['一、数据交易'], title: '算力规划' };
    const first = list(view);
    for (let i = 0; i < 2000; i += 1) list({ headings: [`第${String(i)}个标题里有数据`] });
    expect(list(view)).toEqual(first);
  });
});

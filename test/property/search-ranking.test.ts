// The ranking against the formula, and with pruning against without.
import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearchIndex, PLAIN_BM25_SETTINGS, type SearchResult } from '../../src/search';
import { createIndexFromTokens } from '../../src/search/index-tokens';
import type { Segmenter } from '../../src/segment';
import { createJiebaSegmenter } from '../../src/segment';
import { type NaivePassage, searchNaively } from '../support/naive-search';
import { createDocument } from '../support/search-documents';

const segmenter: Segmenter = createJiebaSegmenter();

const ZHEJIANG = { code: '330000', name: '浙江省', level: 'province' } as const;

/** Few words, so that they meet; some are what JavaScript objects stumble over, or no text at all. */
const word = fc.constantFrom(
  ...['数据', '要素', '市场', '治理', '5g', '的', '__proto__', 'constructor', '\ud800', '\0', ''],
);
const words = fc.array(word, { maxLength: 12 });
const passage = fc.record({ title: words, heading: words, body: words });
const corpus = fc
  .array(passage, { minLength: 1, maxLength: 40 })
  .map((list): readonly NaivePassage[] =>
    list.map((fields, index) => ({ id: `p${index}`, ...fields })),
  );
const query = fc.array(word, { minLength: 1, maxLength: 6 });
const field = fc.record({
  weight: fc.double({ min: 0.01, max: 10, noNaN: true }),
  b: fc.double({ min: 0, max: 1, noNaN: true }),
});

function listHits({ hits }: SearchResult): readonly { id: string; rawScore: number }[] {
  return hits.map(({ passage: { id }, rawScore }) => ({ id, rawScore }));
}

function toTerms(list: readonly string[]): readonly { term: string; weight: number }[] {
  return list.map((term) => ({ term, weight: 1 }));
}

describe('search', () => {
  it('ranks and scores by BM25 to the last bit as the formula does', () => {
    fc.assert(
      fc.property(corpus, query, (passages, asked) => {
        const bodies = passages.map(({ id, body }) => ({ id, body }));
        const index = createIndexFromTokens(bodies, { segmenter });
        const found = index.searchTerms(toTerms(asked), { limit: 100 });
        const expected = searchNaively(bodies, asked, PLAIN_BM25_SETTINGS);
        expect(listHits(found)).toEqual(expected);
        expect(found.total).toBe(expected.length);
      }),
      { numRuns: 500 },
    );
  });

  it('ranks and scores by BM25F over three fields as the formula does, at any settings', () => {
    fc.assert(
      fc.property(
        corpus,
        query,
        fc.record({
          k1: fc.double({ min: 0.01, max: 10, noNaN: true }),
          title: field,
          heading: field,
          body: field,
        }),
        (passages, asked, settings) => {
          const index = createIndexFromTokens(passages, { segmenter, settings });
          const found = index.searchTerms(toTerms(asked), { limit: 100 });
          expect(listHits(found)).toEqual(searchNaively(passages, asked, settings));
          for (const { score } of found.hits) {
            expect(score).toBeGreaterThan(0);
            expect(score).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds the same passages with the same scores when it may pass over passages', () => {
    // Windows are 4096 passages: a corpus of several, with words of very different frequency.
    const words = Array.from({ length: 60 }, (_, rank) => `w${rank}`);
    const passages = makeSkewedCorpus(14_000, words);
    const index = createIndexFromTokens(passages, { segmenter });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(1, 3, 10, 50),
        (asked, limit) => {
          const all = index.searchTerms(toTerms(asked), {
            limit: 1000,
            groupBy: 'document',
            groupLimit: 100,
          });
          const top = index.searchTerms(toTerms(asked), { limit, countTotal: false });
          expect(listHits(top)).toEqual(listHits(all).slice(0, limit));
          expect(top.total).toBeUndefined();
        },
      ),
      { numRuns: 150 },
    );
    const asked = ['w0', 'w1', 'w5', 'w40', 'w40'];
    expect(listHits(index.searchTerms(toTerms(asked), { limit: 1000, countTotal: false }))).toEqual(
      searchNaively(passages, asked, PLAIN_BM25_SETTINGS).slice(0, 1000),
    );
  }, 60_000);

  it('pages without gaps or repetitions', () => {
    const passages = makeSkewedCorpus(500, ['a', 'b', 'c', 'd']);
    const index = createIndexFromTokens(passages, { segmenter });
    const terms = toTerms(['a', 'd']);
    const whole = listHits(index.searchTerms(terms, { limit: 500 }));
    const pages = Array.from({ length: 50 }, (_, page) =>
      listHits(index.searchTerms(terms, { offset: page * 10, limit: 10 })),
    );
    expect(pages.flat()).toEqual(whole.slice(0, 500));
  });
});

/** Passages with words of falling frequency. Made by a small generator of its own, the same in every run. */
function makeSkewedCorpus(count: number, words: readonly string[]): readonly NaivePassage[] {
  let state = 20_211_227;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
  return Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    body: Array.from(
      { length: 1 + next(20) },
      () => words[Math.min(next(words.length), next(words.length), next(words.length))]!,
    ),
  }));
}

describe('search with everything on', () => {
  // Pairs, fields, demotion by kind and region, alternatives, tombstones and filters, over several windows; context comes after ranking and is off.
  const characters = '数 据 要 素 市 场 治 理 安 全 网 络 乡 村 教 育 医 疗'.split(' ');
  const drafts = makeSkewedCorpus(600, characters).map(({ id, body }, number) =>
    createDocument({
      id,
      title: characters.slice(number % 9, (number % 9) + 4).join(''),
      genre: number % 3 === 0 ? '规划' : '通知',
      // Whole windows are regional, and in others some documents are.
      region: number < 250 || number % 5 === 0 ? ZHEJIANG : undefined,
      passages: Array.from({ length: 10 }, (_, part) => ({
        text: `${part === 0 ? '（一）' : ''}${body.slice(part).join('')}${part > 7 ? '。' : ''}`,
        headings: [characters.slice(part, part + 4).join('')],
      })),
    }),
  );
  const index = createSearchIndex(drafts, {
    segmenter,
    settings: { context: { depth: 0 } },
  }).remove(drafts.filter((_, number) => number % 7 === 0).map(({ id }) => id));
  const run = fc
    .array(fc.constantFrom(...characters), { minLength: 1, maxLength: 5 })
    .map((list) => list.join(''));
  const asked = fc
    .array(
      fc.oneof(
        run,
        run.map((text) => `${text} OR 人工智能`),
        run.map((text) => `"${text.slice(0, 2)}"`),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((list) => list.join(' '));

  it('finds the same passages with the same scores when it may pass over passages', () => {
    fc.assert(
      fc.property(asked, fc.boolean(), fc.constantFrom(1, 10, 40), (query, isFiltered, limit) => {
        const options = { explain: true, ...(isFiltered && { filter: { genre: ['规划'] } }) };
        const all = index.search(query, { ...options, limit: 1000, sort: 'position' });
        fc.pre((all.total ?? 0) <= 1000);
        const best = all.hits.toSorted((a, b) => b.rawScore - a.rawScore).slice(0, limit);
        const top = index.search(query, { ...options, limit, countTotal: false });
        expect(top.hits).toEqual(best);
        for (const { rawScore, explanation } of top.hits) expect(explanation?.value).toBe(rawScore);
      }),
      { numRuns: 100 },
    );
  });
});

interface WinkEngine {
  defineConfig(config: object): void;
  addDoc(document: object, id: number): void;
  consolidate(precision: number): void;
  search(query: string, limit: number): readonly (readonly [id: string, score: number])[];
  definePrepTasks(tasks: readonly ((text: string) => readonly string[])[], field?: string): void;
}

describe('search beside wink-bm25-text-search', () => {
  it('gives the same scores and, but for ties, the same order', () => {
    const require = createRequire(import.meta.url);
    const createEngine = require('wink-bm25-text-search') as () => WinkEngine;
    const words = Array.from({ length: 30 }, (_, rank) => `w${rank}`);
    const passages = makeSkewedCorpus(400, words);
    const engine = createEngine();
    const { k1, body } = PLAIN_BM25_SETTINGS;
    engine.defineConfig({ fldWeights: { body: 1 }, bm25Params: { k1, b: body.b, k: 1 } });
    engine.definePrepTasks([(text: string) => text.split(' ')]);
    passages.forEach((entry, number) => {
      engine.addDoc({ body: entry.body.join(' ') }, number);
    });
    engine.consolidate(9);
    const index = createIndexFromTokens(passages, { segmenter });
    for (let first = 0; first < 25; first++) {
      const asked = [words[first]!, words[(first * 7 + 3) % 30]!, words[(first * 11 + 5) % 30]!];
      const ours = index.searchTerms(toTerms(asked), { limit: 50 }).hits;
      const theirs = new Map(
        engine.search(asked.join(' '), 400).map(([id, score]) => [`p${id}`, score]),
      );
      expect(ours.length).toBeGreaterThan(0);
      const best = [...theirs.values()].slice(0, ours.length);
      ours.forEach(({ passage: { id }, rawScore }, rank) => {
        expect(rawScore).toBeCloseTo(theirs.get(id)!, 6);
        expect(rawScore).toBeCloseTo(best[rank]!, 6);
      });
    }
  });
});

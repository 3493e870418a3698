/** The review list: which passages a person is to check first. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReviewFlags } from '../../../src/cli/review-file';
import {
  createLoneEntry,
  createReviewList,
  listReviewEntries,
  type ReviewEntry,
} from '../../../src/cli/review-list';
import { parseDocument } from '../../../src/document';
import { createJiebaSegmenter } from '../../../src/segment';
import { createLexiconTagger } from '../../../src/tag';
import { tinyTaxonomy } from '../../support/tiny-taxonomy';

const tagger = createLexiconTagger(tinyTaxonomy, createJiebaSegmenter());
const source =
  '关于推进数据共享的实施方案\n一、总体要求\n建立数据共享机制，培育数据交易所。\n二、修缮校舍\n更换门窗。\n三、其他\n学习课堂上的数据知识。';
const document = parseDocument(source, { id: 'd' });
const tagged = tagger.tagDocument(document, { scores: true });

function createEntry(changes: Partial<ReviewEntry>): ReviewEntry {
  const [entry] = listReviewEntries(tagged, 'd.txt', 1);
  if (entry === undefined) throw new Error('expected an entry');
  return { ...entry, ...changes };
}

describe('listReviewEntries', () => {
  it('lists the passages nearest to a threshold first, those of which nothing speaks last', () => {
    const entries = listReviewEntries(tagged, 'in/d.txt', 10);
    expect(entries).toHaveLength(tagged.passages.length);
    const distances = entries.map(({ margin }) => (margin === null ? Infinity : Math.abs(margin)));
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect(entries.at(-1)).toMatchObject({ text: '更换门窗。', codes: [], margin: null });
  });

  it('gives an entry the form of a gold label that nobody has checked', () => {
    const entry = listReviewEntries(tagged, 'in/d.txt', 10).find(({ codes }) => codes.length > 0);
    expect(entry).toMatchObject({ doc: 'd', path: 'in/d.txt', codes: ['T1'], checked: false });
    expect(source.slice(entry?.start ?? 0, entry?.end ?? 0)).toBe(entry?.text);
    expect(entry?.candidates[0]?.code).toBe('T1');
    expect(entry?.candidates.every(({ score }) => score > 0)).toBe(true);
  });
});

describe('createLoneEntry', () => {
  it('keeps what a passage that stands alone was judged by', () => {
    const passage = { id: 'p', text: '推进数据交易。', title: '方案', headingPath: ['一、数据'] };
    const [tags] = tagger.tagPassages([passage], { scores: true });
    if (tags === undefined) throw new Error('expected tags');
    expect(createLoneEntry(passage, tags)).toMatchObject({ ...passage, doc: null, start: null });
  });
});

describe('createReviewList', () => {
  it('keeps the nearest of all, in whatever order and parts they come', () => {
    const entries = fc.array(
      fc.record({
        margin: fc.option(fc.integer({ min: -3, max: 3 })),
        path: fc.constantFrom('a', 'b'),
        start: fc.integer({ min: 0, max: 50 }),
      }),
    );
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 6 }), (rows, limit) => {
        const all = rows.map((row, i) => createEntry({ ...row, id: String(i) }));
        const whole = createReviewList(limit);
        whole.add(all);
        const parts = createReviewList(limit);
        for (const entry of [...all].reverse()) parts.add([entry]);
        expect(parts.entries()).toEqual(whole.entries());
        const everything = createReviewList(1000);
        everything.add(all);
        expect(whole.entries()).toEqual(everything.entries().slice(0, limit));
      }),
    );
  });

  it('orders by distance, then path, then position', () => {
    const list = createReviewList(10);
    list.add([
      createEntry({ id: '1', margin: null, path: 'a', start: 0 }),
      createEntry({ id: '2', margin: -0.5, path: 'b', start: 0 }),
      createEntry({ id: '3', margin: 0.5, path: 'a', start: 9 }),
      createEntry({ id: '4', margin: 0.5, path: 'a', start: 2 }),
      createEntry({ id: '5', margin: 0.1, path: 'c', start: 0 }),
    ]);
    expect(list.entries().map(({ id }) => id)).toEqual(['5', '4', '3', '2', '1']);
  });
});

describe('parseReviewFlags', () => {
  it.each([
    [{}, undefined],
    [{ review: 'r.csv' }, { path: 'r.csv', limit: 200 }],
    [
      { review: 'a.b/r.JSONL', reviewLimit: '7' },
      { path: 'a.b/r.JSONL', limit: 7 },
    ],
  ])('reads %j', (flags, expected) => {
    expect(parseReviewFlags(flags, undefined)).toEqual(expected);
  });

  it('gives each shard a file of its own', () => {
    const shard = { index: 2, count: 12 };
    expect(parseReviewFlags({ review: 'x/r.csv' }, shard)?.path).toBe('x/r-02-of-12.csv');
  });

  it.each([
    [{ review: 'r.txt' }, /\.jsonl or \.csv file, received "r\.txt"/],
    [{ review: 'r.csv', reviewLimit: '0' }, /integer from 1 to 100000, received "0"/],
    [{ review: 'r.csv', reviewLimit: '1e3' }, /received "1e3"/],
    [{ reviewLimit: '5' }, /expected --review FILE with --review-limit/],
  ])('refuses %j', (flags, message) => {
    expect(() => parseReviewFlags(flags, undefined)).toThrow(message);
  });
});

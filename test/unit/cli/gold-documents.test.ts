/** Gold labels at their places in documents. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordFinder } from '../../../src/cli/find-words';
import { type GoldReading, readGoldDocuments } from '../../../src/cli/gold-documents';
import type { TagGold } from '../../../src/evaluate';
import { createGold } from '../../support/learning-gold';
import { createFolder } from '../../support/run-cli';

const DATA = '推动数据共享，培育数据要素市场，健全交易规则。';
const TEXT = `海州市数字发展实施方案\n\n海数发〔2023〕5号\n\n一、激活数据\n${DATA}\n二、保障\n加强组织领导，压实责任。\n`;

async function readAll(
  gold: readonly TagGold[],
  files: Readonly<Record<string, string>> = { 'plan.txt': TEXT },
): Promise<readonly GoldReading[]> {
  const documents = createFolder({ '.keep': '', ...files });
  const readings: GoldReading[] = [];
  for await (const reading of readGoldDocuments(gold, { file: 'gold.jsonl', documents }))
    readings.push(reading);
  return readings;
}

function place(start: number, end: number): Pick<TagGold, 'place'> {
  return { place: { doc: 'plan', span: { start, end } } };
}

describe('createWordFinder', () => {
  it.each([
    ['数据要素', '培育数据\n要　素市场', '数据\n要　素'],
    ['數據要素', '培育数据要素市场', '数据要素'],
    ['5G', '建设５Ｇ网络', '５Ｇ'],
    ['没有', '培育数据要素市场', undefined],
    [' ', '培育 数据', undefined],
  ])('finds %j in %j', (words, source, expected) => {
    const span = createWordFinder(source)(words, 0);
    expect(span && source.slice(span.start, span.end)).toBe(expected);
  });

  it('takes the nearest place, of two as near the earlier', () => {
    const find = createWordFinder('数据。数据。数据。');
    expect([0, 4, 100].map((near) => find('数据', near)?.start)).toEqual([0, 3, 6]);
    expect(createWordFinder('数据。。数据')('数据', 2)?.start).toBe(0);
  });

  it('finds every piece of a text that was broken anew, at its place', () => {
    const words = fc.string({
      unit: fc.constantFrom(...Array.from('数据要素𠀀Ａa１ \n')),
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, words, words, (before, piece, after) => {
        const source = before + piece + after;
        const found = createWordFinder(source)(piece.replace(/\s/g, ' '), before.length);
        const wanted = piece.replace(/\s/g, '');
        if (wanted === '') expect(found).toBeUndefined();
        else
          expect(source.slice(found?.start, found?.end).replace(/\s/g, '').length).toBe(
            wanted.length,
          );
      }),
    );
  });
});

describe('readGoldDocuments', () => {
  const start = TEXT.indexOf(DATA);
  const end = start + DATA.length;

  it.each([
    ['exact', { ...place(start, end), text: DATA }, [start, end]],
    ['exact', place(start, end), [start, end]],
    ['moved', { ...place(start - 9, end - 9), text: DATA }, [start, end]],
    ['moved', { ...place(start + 900, end + 900), text: DATA }, [start, end]],
    ['moved', { ...place(start - 9, end - 9), text: DATA.replace('，', '，\n　') }, [start, end]],
    ['differs', { ...place(start, end), text: '另一个版本的文字。' }, [start, end]],
  ])('finds a label %s', async (found, changes, [from, to]) => {
    const [reading] = await readAll([createGold(changes)]);
    expect(reading?.problems).toEqual([]);
    expect(reading?.document?.labels).toEqual([
      expect.objectContaining({ found, span: { start: from, end: to }, hasPassage: true }),
    ]);
  });

  it('says where the document has no passage', async () => {
    const number = TEXT.indexOf('海数发');
    const [reading] = await readAll([createGold(place(number, number + 11))]);
    expect(reading?.document?.labels[0]?.hasPassage).toBe(false);
  });

  it('refuses a span outside the document whose words do not stand in it', async () => {
    const [reading] = await readAll([createGold({ ...place(5, 9000), line: 7 })]);
    expect(reading?.document).toBeUndefined();
    expect(reading?.problems).toEqual([
      expect.objectContaining({ place: 'gold.jsonl:7', code: 'invalid-input' }),
    ]);
  });

  it('reads other formats, and ids with an extension', async () => {
    const html = `<html><body><h1>方案</h1><p>${DATA}</p></body></html>`;
    const gold = ['page', 'page.html', 'none'].map((doc, i) =>
      createGold({ id: String(i), text: DATA, place: { doc, span: { start: 0, end: 1 } } }),
    );
    const readings = await readAll(gold, { 'page.html': html });
    expect(readings.map(({ document }) => document?.labels[0]?.found)).toEqual([
      'moved',
      'moved',
      undefined,
    ]);
    expect(readings[2]?.problems[0]?.message).toContain('expected a document for gold line 1');
  });

  it('takes a label without a place for a document of its own', async () => {
    const [reading] = await readAll([createGold({ text: DATA, codes: ['T2'] })]);
    expect(reading?.document).toMatchObject({ kind: 'alone', id: ':g', passage: { text: DATA } });
  });
});

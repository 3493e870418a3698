import { describe, expect, it } from 'vitest';
import { ZhengceError } from '../../../src/errors';
import { readTagGold } from '../../../src/evaluate';

function lines(...rows: readonly object[]): string {
  return rows.map((row) => JSON.stringify(row)).join('\n');
}

function catchError(action: () => unknown): ZhengceError {
  try {
    action();
  } catch (error) {
    if (error instanceof ZhengceError) return error;
    throw error;
  }
  throw new Error('expected an error');
}

const placed = { id: 'a', doc: 'd', start: 3, end: 9, codes: ['T1'] };

describe('readTagGold', () => {
  it('reads labels in documents and passages that stand alone', () => {
    const text = lines(
      { ...placed, text: '推进数据共享', codes: ['T2', 'T1', 'T2'], coders: [['T2'], []] },
      {
        id: 7,
        text: '建设智慧课堂。',
        title: '方案',
        headingPath: ['一、教育'],
        codes: [],
        note: 1,
      },
    );
    expect(readTagGold(`\uFEFF${text}\r\n\n`)).toEqual([
      {
        line: 1,
        id: 'a',
        place: { doc: 'd', span: { start: 3, end: 9 } },
        text: '推进数据共享',
        codes: ['T2', 'T1'],
        coders: [['T2'], []],
      },
      {
        line: 2,
        id: '7',
        text: '建设智慧课堂。',
        title: '方案',
        headingPath: ['一、教育'],
        codes: [],
      },
    ]);
  });

  it('takes null for what is not known', () => {
    const nothing = { doc: null, start: null, end: null, title: null, headingPath: null };
    const row = { id: 'b', text: '智慧养老', codes: ['T1'], coders: null, evidence: null };
    const [gold] = readTagGold(lines({ ...row, ...nothing }));
    expect(gold).toMatchObject({ place: undefined, coders: undefined, evidence: undefined });
  });

  it('reads evidence with and without codes', () => {
    const evidence = [
      { start: 4, end: 6 },
      { start: 4, end: 8, code: 'T1' },
    ];
    expect(readTagGold(lines({ ...placed, evidence }))[0]?.evidence).toEqual(evidence);
  });

  it('freezes what it gives', () => {
    const gold = readTagGold(lines(placed));
    expect(Object.isFrozen(gold)).toBe(true);
    expect(Object.isFrozen(gold[0])).toBe(true);
  });

  it.each([
    ['{"id":', 'expected a JSON object, received "{"id":"'],
    ['[1]', 'expected a JSON object, received "[1]"'],
    [{ ...placed, id: '' }, 'expected a string that is not empty, or a whole number (id)'],
    [{ ...placed, id: 1.5 }, 'expected a string that is not empty, or a whole number (id)'],
    [{ ...placed, codes: undefined }, 'expected array, received undefined (codes)'],
    [{ ...placed, codes: 'T1' }, 'expected array, received string (codes)'],
    [{ ...placed, codes: [1] }, 'expected string, received number (codes.0)'],
    [{ ...placed, start: -1 }, 'readTagGold: expected number to be >=0 (start)'],
    [{ ...placed, start: 0.5 }, '(start)'],
    [{ ...placed, start: 9 }, 'expected start < end, received "9" and "9" (start, end)'],
    [{ ...placed, end: undefined }, 'expected start and end with doc, received none (start, end)'],
    [
      { id: 'a', codes: [] },
      'expected doc, start and end, or a text, received neither (doc, text)',
    ],
    [{ id: 'a', text: '', codes: [] }, 'expected doc, start and end, or a text'],
    [
      { ...placed, codes: ['T1', 'T99'] },
      'expected a code of the taxonomy, received "T99" (codes)',
    ],
    [{ ...placed, coders: [[], ['X']] }, 'received "X" (coders.1)'],
    [{ ...placed, coders: ['T1'] }, '(coders.0)'],
    [{ ...placed, evidence: [{ start: 5, end: 5 }] }, 'received "5" and "5" (evidence.0)'],
    [{ ...placed, evidence: [{ start: 5, end: 6, code: 'X' }] }, 'received "X" (evidence.0.code)'],
    [
      { id: 'a', text: '数据', codes: [], evidence: [{ start: 0, end: 3 }] },
      'expected start < end ≤ 2, received "0" and "3" (evidence.0)',
    ],
  ])('refuses %j', (row, message) => {
    const line = typeof row === 'string' ? row : JSON.stringify(row);
    const text = `${lines({ ...placed, id: 'before' })}\n\n${line}`;
    const error = catchError(() => readTagGold(text, { codes: ['T1'], fileName: 'gold.jsonl' }));
    expect(error.code).toBe('invalid-input');
    expect(error.message).toMatch(/^readTagGold: /);
    expect(error.message).toContain(message);
    expect(error.message).toContain('(gold.jsonl:3)');
  });

  it('refuses an id that an earlier line has, a number being the same as its digits', () => {
    const error = catchError(() =>
      readTagGold(lines({ ...placed, id: 5 }, placed, { ...placed, id: '5' })),
    );
    expect(error.message).toContain('expected another id than line 1 has, received "5" (id)');
    expect(error.message).toContain('(gold:3)');
  });

  it('counts all problems and lists the first twenty', () => {
    const rows = Array.from({ length: 25 }, (_, i) => ({ ...placed, id: i, codes: ['X'] }));
    const error = catchError(() => readTagGold(lines(...rows), { codes: ['T1'] }));
    expect(error.message).toMatch(/; 24 more problems$/);
    expect(error.details).toMatchObject({ fileName: 'gold', problemCount: 25 });
    expect(error.details['problems']).toHaveLength(20);
  });

  it.each(['', '\n', ' \r\n\uFEFF', '\uFEFF'])('refuses %j, which has no label', (text) => {
    expect(() => readTagGold(text, { fileName: 'gold.jsonl' })).toThrow(
      'readTagGold: expected a gold label a line, received an empty file (gold.jsonl)',
    );
  });

  it('refuses what is no string', () => {
    // @ts-expect-error A caller without types.
    expect(catchError(() => readTagGold(3)).code).toBe('invalid-argument');
  });
});

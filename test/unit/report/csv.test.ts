import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CSV_COLUMNS, defuseCell, formatCsvHeader, formatCsvRows } from '../../../src/report';
import { createRecord, recordSource } from '../../support/document-record';
import { parseCsv } from '../../support/parse-csv';

/** What a reader finds in a cell, by the rules that are documented. */
function expectCell(text: string): string {
  const kept = text.split('\0').join('');
  return /^[=+\-@＝＋－＠\t\r\n]/.test(kept) ? `'${kept}` : kept;
}

describe('formatCsvHeader', () => {
  it('begins with the byte order mark by which Excel knows UTF-8', () => {
    expect(formatCsvHeader()).toBe(`\ufeff${CSV_COLUMNS.join(',')}\r\n`);
    expect(new Set(CSV_COLUMNS).size).toBe(17);
  });
});

describe('formatCsvRows', () => {
  it('writes one row a tag, words instead of offsets, dangerous cells defused', () => {
    const [row = [], ...more] = parseCsv(formatCsvRows(createRecord(), recordSource));
    expect(more).toEqual([]);
    expect(Object.fromEntries(CSV_COLUMNS.map((column, i) => [column, row[i]]))).toEqual({
      documentId: 'a/b',
      path: 'in/a/b.txt',
      title: '方案',
      issuer: '甲局、乙局',
      documentNumber: '',
      genre: '方案',
      issuedOn: '2023-01-02',
      region: '',
      passageId: 'a/b#p1',
      start: '5',
      end: '18',
      headingPath: '一、数据 > （一）共享',
      text: `'${recordSource.slice(5, 18)}`,
      code: 'T2',
      score: '0.9',
      evidence: '数据',
      confidence: 'high',
    });
  });

  it('writes a row for a passage without tags, and for a document without passages', () => {
    const [passage] = createRecord().passages;
    const untagged = createRecord({ passages: [{ ...passage!, tags: [] }] });
    const rows = [untagged, createRecord({ passages: [] })].map((record) =>
      parseCsv(formatCsvRows(record, recordSource)),
    );
    expect(rows.map((r) => r.length)).toEqual([1, 1]);
    expect(rows[0]?.[0]?.slice(-4)).toEqual(['', '', '', 'high']);
    expect(rows[1]?.[0]?.[0]).toBe('a/b');
    expect(rows[1]?.[0]?.slice(-9)).toEqual(Array(9).fill(''));
  });

  it('comes back from any text, cell by cell', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('ab数,"\r\n\t=+-@＝\0\'; 𠀀')) });
    fc.assert(
      fc.property(text, text, text, (title, heading, source) => {
        const passages = [
          {
            id: 'p',
            start: 0,
            end: source.length,
            headingPath: [heading],
            tags: [],
            confidence: 'high' as const,
          },
        ];
        const [row, ...more] = parseCsv(formatCsvRows(createRecord({ title, passages }), source));
        expect(more).toEqual([]);
        expect(row).toHaveLength(CSV_COLUMNS.length);
        expect([row?.[2], row?.[11], row?.[12]]).toEqual([title, heading, source].map(expectCell));
      }),
    );
  });
});

describe('defuseCell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['＝1', "'＝1"],
    ['-5', "'-5"],
    ['@SUM', "'@SUM"],
    ['\t=1', "'\t=1"],
    ['\0=1', "'=1"],
    ['1+1', '1+1'],
    ['数据', '数据'],
    ['', ''],
  ])('makes of %j %j', (cell, safe) => {
    expect(defuseCell(cell)).toBe(safe);
  });
});

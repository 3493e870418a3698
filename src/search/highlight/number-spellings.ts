/**
 * The spellings of a document number, to be marked where it is cited.
 *
 * @module
 */
import { listSerials } from '../number-mentions';
import { type DocumentNumber, readDocumentNumber } from '../query';

const OPENING = ['〔', '[', '【', '('];
const CLOSING = ['〕', ']', '】', ')'];

/**
 * A number as it may be written: with any brackets about its year, pairs or not, with 第 or without, or with 年; that of an order also about the order and
 * before it.
 */
export function listNumberSpellings(number: string): readonly string[] {
  const parts = readDocumentNumber(number);
  if (parts === undefined) return [number];
  if (parts.isKind) return listOrderSpellings(parts);
  const { code, year = '' } = parts;
  const serials = [`${Number(parts.serial)}号`, `第${Number(parts.serial)}号`];
  return listYearSpellings(year).flatMap((written) =>
    serials.map((serial) => code + written + serial),
  );
}

function listOrderSpellings({ code, year, serial }: DocumentNumber): readonly string[] {
  const [, body = '', kind = ''] = /^(.*)(公告|令)$/.exec(code) ?? [];
  const counts =
    year === undefined
      ? listSerials(serial).flatMap((count) => [`${count}号`, `第${count}号`])
      : [`${year}年第${Number(serial)}号`, `${year}年${Number(serial)}号`];
  const codes = code.endsWith('国务院令') ? [code, '国令'] : [code];
  return counts.flatMap((count) => [
    ...codes.flatMap((written) => [written + count, `${written}(${count}`]),
    body + count + kind,
    count + code,
  ]);
}

function listYearSpellings(year: string): readonly string[] {
  const bracketed = OPENING.flatMap((opening) =>
    CLOSING.map((closing) => opening + year + closing),
  );
  return [...bracketed, `${year}年`];
}

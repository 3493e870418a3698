/**
 * The spellings of a document number, to be marked where it is cited.
 *
 * @module
 */
import { readDocumentNumber } from '../query';

const OPENING = ['〔', '[', '【', '('];
const CLOSING = ['〕', ']', '】', ')'];

/** A number as it may be written: with any brackets about its year, pairs or not, with 第 or without, or with 年. */
export function listNumberSpellings(number: string): readonly string[] {
  const parts = readDocumentNumber(number);
  if (parts === undefined) return [number];
  const { code, year } = parts;
  const serials = [`${Number(parts.serial)}号`, `第${Number(parts.serial)}号`];
  const years = year === undefined ? ['', '('] : listYearSpellings(year);
  return years.flatMap((written) => serials.map((serial) => code + written + serial));
}

function listYearSpellings(year: string): readonly string[] {
  const bracketed = OPENING.flatMap((opening) =>
    CLOSING.map((closing) => opening + year + closing),
  );
  return [...bracketed, `${year}年`];
}

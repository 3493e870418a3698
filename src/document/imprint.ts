/**
 * Imprints 版记: the office that printed a document, and when, below everything else.
 *
 * All patterns are for normalised text.
 *
 * @module
 */
import { readBodies } from './bodies';
import { readDate } from './dates';

/** What an imprint says. */
export interface Imprint {
  /** Empty where no name is known. */
  readonly bodies: readonly string[];
  readonly printedOn: string;
}

const PRINTED =
  /^([\u4e00-\u9fff ]{2,40})((?:19|20)\d{2} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日) ?印(?:发|制)?$/;
const MAX_LENGTH = 80;

/** Whether the end of a text is an imprint. */
export function isImprint(text: string): boolean {
  return PRINTED.test(text.slice(-MAX_LENGTH));
}

/** The imprint that a line is, or undefined: 云澜市人民政府办公室 2024年3月1日印发. */
export function readImprint(text: string): Imprint | undefined {
  if (text.length > MAX_LENGTH || !text.includes('印')) return undefined;
  const match = PRINTED.exec(text);
  const printedOn = match === null ? undefined : readDate(match[2] ?? '');
  return match === null || printedOn === undefined
    ? undefined
    : { bodies: readBodies((match[1] ?? '').trim()), printedOn };
}

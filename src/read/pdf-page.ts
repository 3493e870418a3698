/**
 * readPdfPage: the words of a page of a PDF, with their places.
 *
 * @module
 */
import type { getDocumentProxy } from 'unpdf';
import type { Page, PageRun } from './page-lines';
import { cleanWords } from './page-words';

/** A document of pdf.js. */
export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** A page, and what was wrong with its words. */
export interface ReadPdfPage {
  readonly page: Page;
  /** Words that do not run from left to right; left out. */
  readonly turned: number;
  /** Characters that the fonts do not name. */
  readonly unreadable: number;
  /** All characters. */
  readonly length: number;
}

/** More of a turn than this, as a part of the size, is no line of text. */
const MAX_TURN = 0.1;
/** The private use area, and the sign for what is no character. */
const UNREADABLE = /[\ue000-\uf8ff\ufffd\u0000-\u0008\u000e-\u001f]/g;

/** The words of a page; its resources are let go. Linear. */
export async function readPdfPage(document: PdfDocument, number: number): Promise<ReadPdfPage> {
  const page = await document.getPage(number);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items, styles } = await page.getTextContent();
  const runs: PageRun[] = [];
  let turned = 0;
  let unreadable = 0;
  let length = 0;
  for (const item of items) {
    if (!('str' in item)) continue;
    if (item.str.trim() === '') {
      if (item.str !== '') appendSpace(runs);
      continue;
    }
    unreadable += item.str.match(UNREADABLE)?.length ?? 0;
    length += item.str.length;
    const [a, b, c, d, x, y] = multiply(transform, item.transform as readonly number[]);
    const size = Math.hypot(c, d);
    const isVertical = styles[item.fontName]?.vertical === true;
    if (a <= 0 || Math.abs(b) > MAX_TURN * a || isVertical) {
      turned += 1;
      continue;
    }
    runs.push({ text: cleanWords(item.str), x, y, width: item.width, size: size || 1 });
  }
  page.cleanup();
  return { page: { number, width, height, runs }, turned, unreadable, length };
}

/** A space is often a piece of its own. It is as wide as a character here: the words keep their place. */
function appendSpace(runs: PageRun[]): void {
  const last = runs.pop();
  if (last === undefined) return;
  const { text, width } = last;
  runs.push({ ...last, text: `${text} `, width: (width * (text.length + 1)) / text.length });
}

type Matrix = readonly [number, number, number, number, number, number];

function multiply(outer: readonly number[], inner: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = inner;
  return [
    a * p + c * q,
    b * p + d * q,
    a * r + c * s,
    b * r + d * s,
    a * t + c * u + e,
    b * t + d * u + f,
  ];
}

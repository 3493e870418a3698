/**
 * readPdf: the text of a PDF, by pdf.js.
 *
 * @module
 */
import { fileURLToPath } from 'node:url';
import { createBlockWriter } from './block-writer';
import { PACKAGE_FOLDER } from './package-folder';
import { layOutPages } from './page-layout';
import type { Page } from './page-lines';
import { describePdfInfo } from './pdf-metadata';
import { type PdfDocument, type ReadPdfPage, readPdfPage } from './pdf-page';
import { refuseBeyond, refuseDamaged, refuseEncrypted, refuseTextless } from './read-fault';
import type { ReadContent } from './read-result';
import type { ReaderContext } from './reader-context';

/** Above this share of characters that are none, the text is not readable. */
const MAX_UNREADABLE = 0.3;
/** Above this share it is reported. */
const REPORTED_UNREADABLE = 0.01;

/**
 * The text of a pdf, as `layOutPages` puts it together. Words that do not run from left to right, watermarks among them, are left out and reported; pages without
 * words too.
 *
 * @throws ZhengceError `invalid-input`, `input-too-large`, `encrypted-file`; `no-text` for scanned pages, or fonts that do not say their characters
 */
export async function readPdf(bytes: Uint8Array, context: ReaderContext): Promise<ReadContent> {
  const { path, limits } = context;
  const { getResolvedPDFJS } = await import('unpdf');
  const pdfjs = await getResolvedPDFJS();
  const task = pdfjs.getDocument({
    // pdf.js takes what it is given away from the caller.
    data: Uint8Array.from(bytes),
    cMapUrl: fileURLToPath(new URL('corpus/cmaps/', PACKAGE_FOLDER)),
    cMapPacked: true,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: true,
    useWorkerFetch: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > limits.maxPages) {
      throw refuseBeyond(path, limits, 'maxPages', document.numPages, 'pages');
    }
    return await readPages(document, context);
  } catch (cause) {
    throw describeFault(cause, path);
  } finally {
    // What is left to tidy up of a damaged file is of no interest.
    await task.destroy().catch(() => undefined);
  }
}

function describeFault(cause: unknown, path: string): unknown {
  if (!(cause instanceof Error) || cause.name === 'ZhengceError') return cause;
  if (cause.name === 'PasswordException') return refuseEncrypted(path, 'pdf');
  return refuseDamaged(path, 'pdf', `a damaged one, ${cause.message}`, cause);
}

async function readPages(document: PdfDocument, { path }: ReaderContext): Promise<ReadContent> {
  const pages: Page[] = [];
  let turned = 0;
  let unreadable = 0;
  let length = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const read: ReadPdfPage = await readPdfPage(document, number);
    pages.push(read.page);
    turned += read.turned;
    unreadable += read.unreadable;
    length += read.length;
  }
  if (length === 0) throw refuseTextless(path, 'pdf', 'pages without any');
  if (unreadable > MAX_UNREADABLE * length) {
    throw refuseTextless(path, 'pdf', 'fonts that do not say which characters they show');
  }
  const writer = createBlockWriter();
  layOutPages(pages, writer);
  if (turned > 0) {
    const message = `${String(turned)} pieces of turned or vertical text were left out`;
    writer.report('turned-text-left-out', 'info', message);
  }
  if (unreadable > REPORTED_UNREADABLE * length) {
    const message = `${String(unreadable)} characters are not readable: a font does not say what they are`;
    writer.report('unreadable-characters', 'warning', message);
  }
  const empty = pages.filter(({ runs }) => runs.length === 0).map((page) => page.number);
  if (empty.length > 0) {
    const message = `without text, pictures or blank: page ${listNumbers(empty)}`;
    writer.report('page-without-text', 'warning', message);
  }
  const metadata = describePdfInfo((await document.getMetadata()).info);
  return writer.finish({ format: 'pdf', metadata, pageCount: pages.length });
}

const MAX_LISTED = 20;

function listNumbers(numbers: readonly number[]): string {
  const listed = numbers.slice(0, MAX_LISTED).join(', ');
  return numbers.length > MAX_LISTED
    ? `${listed} and ${String(numbers.length - MAX_LISTED)} more`
    : listed;
}

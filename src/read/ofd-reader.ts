/**
 * readOfd: the text of an OFD document (GB/T 33190-2016), the format of Chinese government for fixed pages.
 *
 * @module
 */
import { createBlockWriter } from './block-writer';
import { readOfdPage } from './ofd-page';
import { type OfdDocument, readOfdDocument, readOfdRoot } from './ofd-structure';
import { readPackageMetadata } from './package-metadata';
import { layOutPages } from './page-layout';
import type { Page, PageRun } from './page-lines';
import { refuseBeyond, refuseDamaged, refuseEncrypted, refuseTextless } from './read-fault';
import type { ReadContent } from './read-result';
import type { ReaderContext } from './reader-context';
import type { ZipArchive } from './zip-archive';

/**
 * The text of an ofd, page by page with its templates, as `layOutPages` puts it together. Attachments, annotations, seals and pictures are left out.
 *
 * @throws ZhengceError `invalid-input`, `input-too-large`, `encrypted-file`; `no-text` where there are only pictures
 */
export async function readOfd(archive: ZipArchive, context: ReaderContext): Promise<ReadContent> {
  const { path, limits } = context;
  if (archive.entries.some(({ name }) => /(?:^|\/)Encrypt(?:ions|Info)[^/]*\.xml$/i.test(name))) {
    throw refuseEncrypted(path, 'ofd');
  }
  const root = await archive.read('OFD.xml');
  const pages: Page[] = [];
  for (const place of readOfdRoot(root, context)) {
    const document = readOfdDocument(await readPart(archive, place, context), place, context);
    if (pages.length + document.pages.length > limits.maxPages) {
      const count = pages.length + document.pages.length;
      throw refuseBeyond(path, limits, 'maxPages', count, 'pages');
    }
    await addPages(pages, document, archive, context);
  }
  if (pages.length === 0) throw refuseDamaged(path, 'ofd', 'one without pages');
  const writer = createBlockWriter();
  layOutPages(fitPages(pages), writer);
  const metadata = readPackageMetadata(root, context);
  const content = writer.finish({ format: 'ofd', metadata, pageCount: pages.length });
  if (content.text === '') throw refuseTextless(path, 'ofd', 'one with pictures or outlines only');
  return content;
}

async function addPages(
  pages: Page[],
  document: OfdDocument,
  archive: ZipArchive,
  context: ReaderContext,
): Promise<void> {
  const templates = new Map<string, readonly PageRun[]>();
  for (const [id, place] of document.templates) {
    if (!archive.has(place)) continue;
    templates.set(id, readOfdPage(await archive.read(place), document.box, context).runs);
  }
  for (const place of document.pages) {
    const { runs, templateIds, box } = readOfdPage(
      await readPart(archive, place, context),
      document.box,
      context,
    );
    const below = templateIds.flatMap((id) => templates.get(id) ?? []);
    const [, , width, height] = box;
    pages.push({ number: pages.length + 1, width, height, runs: [...below, ...runs] });
  }
}

/** Words that fill less than this share of the pages, in width and height, are in another unit than these. */
const MIN_FILL = 1 / 3;

/** The pages, in the size of their words and margins where a writer gives it in another unit, as easyofd does. Linear. */
function fitPages(pages: readonly Page[]): readonly Page[] {
  let [left, top, right, bottom] = [Infinity, Infinity, 0, 0];
  for (const { x, y, width, size } of pages.flatMap(({ runs }) => runs)) {
    left = Math.min(left, x);
    top = Math.min(top, y - size);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y);
  }
  const isOther = pages.every(
    ({ width, height }) => right < MIN_FILL * width && bottom < MIN_FILL * height,
  );
  return isOther
    ? pages.map((page) => ({ ...page, width: right + left, height: bottom + top }))
    : pages;
}

async function readPart(
  archive: ZipArchive,
  place: string,
  { path }: ReaderContext,
): Promise<Uint8Array> {
  if (!archive.has(place)) throw refuseDamaged(path, 'ofd', `one without its part ${place}`);
  return archive.read(place);
}

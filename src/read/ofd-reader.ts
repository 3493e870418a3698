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
  layOutPages(pages, writer);
  const metadata = readPackageMetadata(root, context);
  const content = writer.finish({ format: 'ofd', metadata, pageCount: pages.length });
  if (content.text === '') throw refuseTextless(path, 'ofd', 'one with pictures only');
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

async function readPart(
  archive: ZipArchive,
  place: string,
  { path }: ReaderContext,
): Promise<Uint8Array> {
  if (!archive.has(place)) throw refuseDamaged(path, 'ofd', `one without its part ${place}`);
  return archive.read(place);
}

/**
 * readOdt: the text of an OpenDocument text (.odt), with all changes accepted.
 *
 * @module
 */
import { createBlockWriter } from './block-writer';
import { addNote } from './docx-reader';
import { readOdtBody } from './odt-body';
import { readHiddenStyles } from './odt-hidden';
import { readOdtLists } from './odt-lists';
import { readPackageMetadata } from './package-metadata';
import { refuseEncrypted, refuseTextless } from './read-fault';
import type { ReadContent } from './read-result';
import type { ReaderContext } from './reader-context';
import type { ZipArchive } from './zip-archive';

/**
 * The text of an odt: body, tables, text boxes, notes at the end; numbers of lists and headings computed. Hidden text is left out. Linear.
 *
 * @throws ZhengceError `invalid-input`, `input-too-large`, `encrypted-file`; `no-text` where there are only pictures
 */
export async function readOdt(archive: ZipArchive, context: ReaderContext): Promise<ReadContent> {
  const { path } = context;
  if (archive.has('META-INF/manifest.xml')) {
    const manifest = Buffer.from(await archive.read('META-INF/manifest.xml')).toString('utf8');
    if (manifest.includes('encryption-data')) throw refuseEncrypted(path, 'odt');
  }
  const content = await archive.read('content.xml');
  const parts = archive.has('styles.xml') ? [await archive.read('styles.xml'), content] : [content];
  const lists = new Map(parts.flatMap((part) => [...readOdtLists(part, context)]));
  const hidden = new Set(parts.flatMap((part) => readHiddenStyles(part, context)));
  const body = readOdtBody(content, { lists, hidden }, context);
  const writer = createBlockWriter();
  for (const block of body.blocks) writer.add(block);
  if (body.hidden > 0) {
    const message = `${String(body.hidden)} pieces of hidden text were left out`;
    writer.report('hidden-text-left-out', 'info', message);
  }
  body.notes.forEach((note, index) => {
    addNote(writer, index + 1, note);
  });
  const metadata = archive.has('meta.xml')
    ? readPackageMetadata(await archive.read('meta.xml'), context)
    : {};
  const result = writer.finish({ format: 'odt', metadata });
  if (result.text === '' && archive.entries.some(({ name }) => name.startsWith('Pictures/'))) {
    throw refuseTextless(path, 'odt', 'one with pictures only');
  }
  return result;
}

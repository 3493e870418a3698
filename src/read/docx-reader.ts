/**
 * readDocx: the text of an Office Open XML document (.docx), as Word shows it with all changes accepted.
 *
 * @module
 */
import { type BlockWriter, createBlockWriter } from './block-writer';
import { readDocxLists } from './docx-numbering';
import { type DocxParts, type DocxStory, readDocxStory } from './docx-story';
import { readDocxStyles } from './docx-styles';
import { createListNumbering, type ListDefinition } from './list-numbering';
import { readPackageMetadata } from './package-metadata';
import { refuseDamaged, refuseTextless } from './read-fault';
import type { ReadContent } from './read-result';
import type { ReaderContext } from './reader-context';
import type { ZipArchive } from './zip-archive';

/**
 * The text of a docx: body, tables, text boxes after the paragraph that they are anchored to, notes at the end. Comments, headers and footers, and hidden text are left
 * out. Linear.
 *
 * @throws ZhengceError `invalid-input`, `input-too-large`, `encrypted-file`; `no-text` where there are only pictures
 */
export async function readDocx(archive: ZipArchive, context: ReaderContext): Promise<ReadContent> {
  const { path } = context;
  const main = findMain(archive);
  if (main === undefined) throw refuseDamaged(path, 'docx', 'a package without a document');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const parts = await readParts(archive, folder, context);
  const body = readDocxStory(await archive.read(main), parts, context);
  const writer = createBlockWriter();
  for (const block of body.blocks) writer.add(block);
  await addNotes(writer, body, { archive, folder, parts, context });
  if (body.hidden > 0) {
    writer.report(
      'hidden-text-left-out',
      'info',
      `${String(body.hidden)} runs of hidden text were left out`,
    );
  }
  const metadata = archive.has('docProps/core.xml')
    ? readPackageMetadata(await archive.read('docProps/core.xml'), context)
    : {};
  const content = writer.finish({ format: 'docx', metadata });
  if (
    content.text === '' &&
    archive.entries.some(({ name }) => name.startsWith(`${folder}media/`))
  ) {
    throw refuseTextless(path, 'docx', 'one with pictures only');
  }
  return content;
}

/** The part that is the document: by custom, else the first of its kind. */
function findMain(archive: ZipArchive): string | undefined {
  const custom = 'word/document.xml';
  if (archive.has(custom)) return custom;
  return archive.entries.find(({ name }) => /^word\/document\d*\.xml$/.test(name))?.name;
}

async function readParts(
  archive: ZipArchive,
  folder: string,
  context: ReaderContext,
): Promise<DocxParts> {
  const stylePart = `${folder}styles.xml`;
  const listPart = `${folder}numbering.xml`;
  const styles = archive.has(stylePart)
    ? readDocxStyles(await archive.read(stylePart), context)
    : { find: () => undefined, defaultId: undefined };
  const lists = archive.has(listPart)
    ? readDocxLists(await archive.read(listPart), context)
    : new Map<string, ListDefinition>();
  return {
    findStyle: styles.find,
    defaultStyleId: styles.defaultId,
    lists,
    numbering: createListNumbering(lists),
  };
}

interface NoteSource {
  readonly archive: ZipArchive;
  readonly folder: string;
  readonly parts: DocxParts;
  readonly context: ReaderContext;
}

async function addNotes(
  writer: BlockWriter,
  { noteIds }: DocxStory,
  source: NoteSource,
): Promise<void> {
  const { archive, folder, parts, context } = source;
  for (const kind of ['footnote', 'endnote'] as const) {
    const part = `${folder}${kind}s.xml`;
    const ids = noteIds.filter((id) => id.startsWith(kind));
    if (ids.length === 0 || !archive.has(part)) continue;
    const { notes } = readDocxStory(await archive.read(part), parts, context);
    ids.forEach((id, index) => {
      addNote(writer, index + 1, notes.get(id)?.map(({ text }) => text) ?? []);
    });
  }
}

/** Adds a note to the end of a document: its number in brackets, then its paragraphs, on one line. */
export function addNote(writer: BlockWriter, number: number, paragraphs: readonly string[]): void {
  const text = paragraphs
    .map((one) => one.trim())
    .join(' ')
    .trim();
  if (text !== '') writer.add({ kind: 'note', text: `[${String(number)}]${text}` });
}

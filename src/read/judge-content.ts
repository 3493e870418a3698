/**
 * judgeContent: what some bytes are, without reading them to their end.
 *
 * @module
 */
import { decodeText } from './decode-text';
import {
  detectContainer,
  detectFormat,
  detectMarkup,
  type FileFormat,
  isRtf,
} from './file-formats';
import { refuseDamaged, refuseFormat } from './read-fault';
import type { PolicyFileFormat } from './read-result';
import type { ReaderContext } from './reader-context';
import type { ZipArchive } from './zip-archive';

const MARKUP_NAMES = {
  rtf: 'an RTF document',
  mhtml: 'a saved web archive (MHTML)',
  wordml: 'a Word document in one XML file',
} as const;

const SAVE_AS = 'save it as .docx from Word, WPS Office or LibreOffice';

/**
 * The format that some bytes will be read as: by what they begin with, and in a container by what it holds. What is damaged further in is not seen.
 *
 * @throws ZhengceError whose code says what is wrong with the file, as far as that is seen
 */
export async function judgeContent(
  bytes: Uint8Array,
  context: ReaderContext,
): Promise<PolicyFileFormat> {
  const { path, limits } = context;
  switch (detectContainer(bytes)) {
    case 'pdf':
      return 'pdf';
    case 'ole': {
      const { checkDoc } = await import('./doc-reader');
      checkDoc(bytes, context);
      return 'doc';
    }
    case 'zip': {
      const { openZipArchive } = await import('./zip-archive');
      const archive = await openZipArchive(bytes, path, limits);
      const format = judgePackage(archive, path);
      if (format !== undefined) return format;
      const { readOnlyMember } = await import('./zip-members');
      return readOnlyMember(archive, context, judgeContent);
    }
    case undefined: {
      const format = judgeText(bytes, detectFormat(path), path, () => decodeText(bytes, path).text);
      // For what it throws: bytes that are no text.
      if (format !== 'html') decodeText(bytes, path);
      return format;
    }
  }
}

/**
 * Which of the packed formats an archive is by the names in it; undefined for an archive of documents.
 *
 * @throws ZhengceError `unsupported-format` for other Office files
 */
export function judgePackage(
  archive: ZipArchive,
  path: string,
): 'ofd' | 'odt' | 'docx' | undefined {
  if (archive.has('OFD.xml')) return 'ofd';
  if (archive.has('content.xml')) return 'odt';
  const isOffice = archive.has('[Content_Types].xml');
  const folders = new Set(archive.entries.map(({ name }) => name.split('/')[0]));
  // A folder of the name alone may be one of documents.
  const has = (folder: string, main: string): boolean =>
    (isOffice && folders.has(folder)) || archive.has(`${folder}/${main}.xml`);
  if (has('word', 'document')) return 'docx';
  if (has('xl', 'workbook') || has('ppt', 'presentation')) {
    throw refuseFormat(path, 'a spreadsheet or slides', 'save its text as a document');
  }
  return undefined;
}

/**
 * What bytes without the signature of a container are under a name.
 *
 * @throws ZhengceError `unsupported-format`, `invalid-input` where that is nothing that is read
 */
export function judgeText(
  bytes: Uint8Array,
  named: FileFormat | undefined,
  path: string,
  decode: () => string,
): 'txt' | 'md' | 'html' {
  if (named === 'txt' || named === 'md' || named === 'html') return named;
  if (bytes.length === 0) throw refuseDamaged(path, named ?? 'policy', 'an empty file');
  // Under the names of Word it is common, and no text file was expected.
  if (isRtf(bytes)) throw refuseFormat(path, MARKUP_NAMES.rtf, SAVE_AS);
  const markup = detectMarkup(decode());
  if (markup === 'html') return markup;
  if (markup !== undefined) throw refuseFormat(path, MARKUP_NAMES[markup], SAVE_AS);
  // A .doc of plain text opens in a word processor; a .pdf of plain text opens nowhere.
  if (named === 'doc') return 'txt';
  throw refuseDamaged(path, named ?? 'policy', 'plain text under that name');
}

/**
 * readContent: the bytes of one document to its text, by the reader of its format, which is loaded then.
 *
 * @module
 */
import type { Diagnostic } from '../errors';
import { decodeText } from './decode-text';
import {
  detectContainer,
  detectFormat,
  detectMarkup,
  type FileFormat,
  isRtf,
} from './file-formats';
import { refuseDamaged, refuseFormat } from './read-fault';
import type { PolicyFileFormat, ReadContent } from './read-result';
import type { ReaderContext } from './reader-context';

/**
 * What is in some bytes. The bytes decide what they are, the name only between kinds of text.
 *
 * @throws ZhengceError whose code says what is wrong with the file
 */
export async function readContent(bytes: Uint8Array, context: ReaderContext): Promise<ReadContent> {
  const named = detectFormat(context.path);
  const content = await readByContainer(bytes, named, context);
  if (named === undefined || named === content.format || named === 'zip') return content;
  return { ...content, diagnostics: [...content.diagnostics, reportName(named, content.format)] };
}

async function readByContainer(
  bytes: Uint8Array,
  named: FileFormat | undefined,
  context: ReaderContext,
): Promise<ReadContent> {
  switch (detectContainer(bytes)) {
    case 'pdf': {
      const { readPdf } = await import('./pdf-reader');
      return readPdf(bytes, context);
    }
    case 'ole': {
      const { readDoc } = await import('./doc-reader');
      return readDoc(bytes, context);
    }
    case 'zip':
      return readPackage(bytes, context);
    case undefined:
      return readText(bytes, named, context);
  }
}

async function readPackage(bytes: Uint8Array, context: ReaderContext): Promise<ReadContent> {
  const { path, limits } = context;
  const { openZipArchive } = await import('./zip-archive');
  const archive = await openZipArchive(bytes, path, limits);
  if (archive.has('OFD.xml')) {
    const { readOfd } = await import('./ofd-reader');
    return readOfd(archive, context);
  }
  if (archive.has('content.xml')) {
    const { readOdt } = await import('./odt-reader');
    return readOdt(archive, context);
  }
  const folders = new Set(archive.entries.map(({ name }) => name.split('/')[0]));
  if (folders.has('word')) {
    const { readDocx } = await import('./docx-reader');
    return readDocx(archive, context);
  }
  if (folders.has('xl') || folders.has('ppt')) {
    throw refuseFormat(path, 'a spreadsheet or slides', 'save its text as a document');
  }
  const { readOnlyMember } = await import('./zip-members');
  return readOnlyMember(archive, context);
}

const MARKUP_NAMES = {
  rtf: 'an RTF document',
  mhtml: 'a saved web archive (MHTML)',
  wordml: 'a Word document in one XML file',
} as const;

const SAVE_AS = 'save it as .docx from Word, WPS Office or LibreOffice';

async function readText(
  bytes: Uint8Array,
  named: FileFormat | undefined,
  context: ReaderContext,
): Promise<ReadContent> {
  const { path } = context;
  if (named === 'html') return readHtmlBytes(bytes, context);
  const format = judgeText(bytes, named, path, () => decodeText(bytes, path).text);
  if (format === 'html') return readHtmlBytes(bytes, context);
  const { text, encoding, diagnostics } = decodeText(bytes, path);
  return { format, text, encoding, metadata: {}, blocks: [], pageCount: undefined, diagnostics };
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

async function readHtmlBytes(bytes: Uint8Array, context: ReaderContext): Promise<ReadContent> {
  const { readHtml } = await import('./html-reader');
  return readHtml(bytes, context);
}

function reportName(named: FileFormat, format: PolicyFileFormat): Diagnostic {
  const message = `the name says ${named}, the content is ${format}, and was read as that`;
  return { ruleId: 'format-differs', severity: 'info', span: { start: 0, end: 0 }, message };
}

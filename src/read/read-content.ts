/**
 * readContent: the bytes of one document to its text, by the reader of its format, which is loaded then.
 *
 * @module
 */
import type { Diagnostic } from '../errors';
import { decodeText } from './decode-text';
import { detectContainer, detectFormat, type FileFormat } from './file-formats';
import { judgePackage, judgeText } from './judge-content';
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
  switch (judgePackage(archive, path)) {
    case 'ofd': {
      const { readOfd } = await import('./ofd-reader');
      return readOfd(archive, context);
    }
    case 'odt': {
      const { readOdt } = await import('./odt-reader');
      return readOdt(archive, context);
    }
    case 'docx': {
      const { readDocx } = await import('./docx-reader');
      return readDocx(archive, context);
    }
    case undefined: {
      const { readOnlyMember } = await import('./zip-members');
      return readOnlyMember(archive, context, readContent);
    }
  }
}

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

async function readHtmlBytes(bytes: Uint8Array, context: ReaderContext): Promise<ReadContent> {
  const { readHtml } = await import('./html-reader');
  return readHtml(bytes, context);
}

function reportName(named: FileFormat, format: PolicyFileFormat): Diagnostic {
  const message = `the name says ${named}, the content is ${format}, and was read as that`;
  return { ruleId: 'format-differs', severity: 'info', span: { start: 0, end: 0 }, message };
}

/**
 * sniffPolicyFile: what a file is by its first bytes.
 *
 * @module
 */
import { open } from 'node:fs/promises';
import { detectContainer, detectFormat, type FileFormat } from './file-formats';
import type { ListedPolicyFile } from './list-policy-files';
import { judgeText } from './read-content';
import { describeFailure } from './read-failure';

/** How many bytes are looked at. */
const HEAD = 4096;

/**
 * The format of a listed file by its first bytes, as its reader will see it. What is damaged further in is not seen, and of a document in an archive the name alone is.
 *
 * @throws ZhengceError `read-failed` where it cannot be opened; `invalid-input`, `unsupported-format` where the first bytes show that it is nothing that is read
 */
export async function sniffPolicyFile({
  path,
  member,
  format,
}: ListedPolicyFile): Promise<FileFormat | undefined> {
  if (member !== undefined) return format;
  const head = await readHead(path);
  switch (detectContainer(head)) {
    case 'pdf':
      return 'pdf';
    case 'ole':
      return 'doc';
    case 'zip':
      // Which of the packed formats it is stands at its end.
      return format === 'docx' || format === 'odt' || format === 'ofd' ? format : 'zip';
    case undefined:
      return judgeText(head, detectFormat(path), path, () => decodeHead(head));
  }
}

/** The first bytes as far as marks of markup go: these are ASCII, whatever the encoding of the text, but for UTF-16, which begins with its mark. */
function decodeHead(head: Uint8Array): string {
  const [a, b, c] = head;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(head);
  const hasMark = a === 0xef && b === 0xbb && c === 0xbf;
  return Buffer.from(hasMark ? head.subarray(3) : head).toString('latin1');
}

async function readHead(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD), 0, HEAD, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw describeFailure(path, cause);
  }
}

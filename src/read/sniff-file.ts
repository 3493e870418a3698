/**
 * createFileSniffer: what listed files are by their bytes.
 *
 * @module
 */
import { open } from 'node:fs/promises';
import { detectContainer, detectFormat } from './file-formats';
import { judgeContent, judgeText } from './judge-content';
import type { ListedPolicyFile } from './list-policy-files';
import { describeFailure } from './read-failure';
import { chooseLimits, type ReadLimits } from './read-limits';
import { readBytes } from './read-policy-file';
import type { PolicyFileFormat } from './read-result';
import { type ArchiveChain, openChain, readChainMember } from './zip-members';

/** How many bytes of a text or PDF are looked at. */
const HEAD = 4096;

/** The format of a listed file, as its reader will see it. */
export type FileSniffer = (file: ListedPolicyFile) => Promise<PolicyFileFormat>;

/**
 * A function that gives the format of a listed file: texts and PDF by their first bytes, Office documents by what their containers hold, documents in archives likewise. What is
 * damaged further in is not seen. An archive is kept open for the documents of it that follow; one call at a time.
 *
 * The function throws ZhengceError `read-failed` where a file cannot be opened, and as the reader does where that much shows that it is nothing that is read.
 */
export function createFileSniffer(options: Partial<ReadLimits> = {}): FileSniffer {
  const limits = chooseLimits(options);
  let kept: { readonly path: string; readonly chain: ArchiveChain } | undefined;
  return async ({ path, member }) => {
    const context = { path, limits };
    if (member !== undefined) {
      if (kept?.path !== path)
        kept = { path, chain: await openChain(await readBytes(path, limits), context) };
      return readChainMember(kept.chain, member, context, judgeContent);
    }
    const head = await readHead(path);
    const container = detectContainer(head);
    if (container === undefined)
      return judgeText(head, detectFormat(path), path, () => decodeHead(head));
    return container === 'pdf' ? container : judgeContent(await readBytes(path, limits), context);
  };
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

/**
 * createFileSniffer: what listed files are by their bytes.
 *
 * @module
 */
import { open } from 'node:fs/promises';
import { detectContainer } from './file-formats';
import { judgeContent } from './judge-content';
import type { ListedPolicyFile } from './list-policy-files';
import { describeFailure } from './read-failure';
import { chooseLimits, type ReadLimits } from './read-limits';
import { readBytes } from './read-policy-file';
import type { PolicyFileFormat } from './read-result';
import { type ArchiveChain, openChain, readChainMember } from './zip-members';

/** How many bytes of a text or PDF are looked at. */
const HEAD = 64 * 1024;

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
    const isPacked = container === 'zip' || container === 'ole';
    return judgeContent(isPacked ? await readBytes(path, limits) : head, context);
  };
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

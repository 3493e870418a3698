/**
 * refuseBeyondHeap: an error in place of a process, or a thread, that ends for want of memory.
 *
 * @module
 */
import { getHeapStatistics } from 'node:v8';
import type { PolicyDocument } from '../document';
import { ZhengceError } from '../errors';

/** What tagging and writing take for a passage and for a character, in bytes, where a document is long: a list of 200,000 short items needs some 600 MiB. */
const BYTES_A_PASSAGE = 3000;
const BYTES_A_CHARACTER = 60;

/** What is taken before: the program, its dictionary, the model, and young objects. */
const BYTES_AT_REST = 160 * 2 ** 20;

/**
 * Refuses a document for which the heap of this thread may be too small. Depends on the document and on the limit of the heap, not on what is in use.
 *
 * @throws ZhengceError `input-too-large`
 */
export function refuseBeyondHeap({ source, passages }: PolicyDocument): void {
  const limit = getHeapStatistics().heap_size_limit;
  const needed =
    BYTES_AT_REST + passages.length * BYTES_A_PASSAGE + source.length * BYTES_A_CHARACTER;
  if (needed <= limit) return;
  const [has, needs] = [limit, needed].map((bytes) => Math.ceil(bytes / 2 ** 20));
  throw new ZhengceError(
    'input-too-large',
    `tag: expected a document that is tagged within a heap of ${String(has)} MiB, received one of ${String(passages.length)} passages, which may take ${String(needs)}: set NODE_OPTIONS=--max-old-space-size=${String(needs)} for more, or split the file`,
    { details: { limit, needed } },
  );
}

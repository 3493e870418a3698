/**
 * readLines: the lines of a stream of bytes.
 *
 * @module
 */
import { ZhengceError } from '../errors';

/** Longest line, in bytes: 64 MiB, as for a file. */
const MAX_LINE = 64 * 1024 * 1024;

/**
 * The lines of a stream, as bytes, without their line feeds. Split at line feeds only: strings of JSON may hold other line separators as they are. Memory
 * is that of the longest line. Linear.
 *
 * @throws ZhengceError `input-too-large` for a line of more than 64 MiB
 */
export async function* readLines(
  input: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer, void, undefined> {
  let pending: Buffer[] = [];
  let length = 0;
  for await (const chunk of input) {
    const lines = splitAtLineFeeds(chunk);
    const rest = lines.pop();
    for (const line of lines) {
      yield Buffer.concat([...pending, line]);
      pending = [];
      length = 0;
    }
    if (rest === undefined) continue;
    pending.push(rest);
    length += rest.length;
    if (length > MAX_LINE) throw refuseLine();
  }
  if (length > 0) yield Buffer.concat(pending);
}

/** The pieces of a chunk; the last one is the beginning of a line that goes on. */
function splitAtLineFeeds(chunk: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  let start = 0;
  for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
    pieces.push(chunk.subarray(start, end));
    start = end + 1;
  }
  pieces.push(chunk.subarray(start));
  return pieces;
}

function refuseLine(): ZhengceError {
  return new ZhengceError(
    'input-too-large',
    `tag: expected lines of at most ${String(MAX_LINE)} bytes, received a longer one: one JSON object a line`,
  );
}

/**
 * Makes an index of a snapshot.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';
import type { Segmenter } from '../segment';
import { composeIndex } from './compose-index';
import { createLiveSegment } from './live-segment';
import { readSnapshot } from './read-snapshot';
import type { SearchIndex } from './search-index';
import type { SnapshotDescription } from './snapshot-header';
import { joinBytes } from './write-snapshot';

/** Options of {@link loadSearchIndex}. */
export interface LoadSearchIndexOptions {
  /** The segmenter that the index was made with, by name and version: another would cut queries otherwise than the texts were. */
  readonly segmenter: Segmenter;
}

/**
 * The index of a snapshot, as it was. Nothing is copied where the bytes begin at a multiple of 16 in their buffer: they must not be
 * changed afterwards. O(size), one pass of checksums.
 *
 * @throws ZhengceError `invalid-snapshot` for bytes that are none, are cut off or were changed; `incompatible-snapshot` for a newer format
 *   or another segmenter; `invalid-argument` where there are no bytes
 */
export function loadSearchIndex(bytes: Uint8Array, options: LoadSearchIndexOptions): SearchIndex {
  if (!(bytes instanceof Uint8Array)) {
    throw new ZhengceError(
      'invalid-argument',
      `loadSearchIndex: expected a Uint8Array, received ${describeReceived(bytes)} (bytes)`,
    );
  }
  const { description, segments } = readSnapshot(bytes);
  assertSegmenter(description.segmenter, options.segmenter);
  return composeIndex({
    segments: segments.map((segment) => createLiveSegment(segment, undefined)),
    segmenter: options.segmenter,
    settings: description.settings,
    codeSchemes: description.codeSchemes,
  });
}

/** Options of {@link loadSearchIndexStream}. */
export interface LoadSearchIndexStreamOptions extends LoadSearchIndexOptions {
  /** Most bytes that are taken in. Default: 2 GiB − 1. Raising it raises the memory that a stream may take. */
  readonly maxBytes?: number;
}

const DEFAULT_MAX_BYTES = 2 ** 31 - 1;

/**
 * The index of a snapshot that comes piece by piece: of a file, a response, a bucket. The pieces are joined, then loaded as by `loadSearchIndex`.
 *
 * @throws ZhengceError as `loadSearchIndex` does, and `input-too-large` for more bytes than `maxBytes`; what the stream throws is passed on
 * @example
 * await SearchIndex.loadStream(createReadStream('policies.zci'), { segmenter });
 */
export async function loadSearchIndexStream(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { maxBytes = DEFAULT_MAX_BYTES, ...options }: LoadSearchIndexStreamOptions,
): Promise<SearchIndex> {
  const taken: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > maxBytes) {
      throw new ZhengceError(
        'input-too-large',
        `loadSearchIndexStream: expected at most ${maxBytes} bytes, received more (pieces)`,
      );
    }
    taken.push(piece);
  }
  return loadSearchIndex(joinBytes(taken), options);
}

function assertSegmenter(made: SnapshotDescription['segmenter'], given: Segmenter): void {
  if (made.name === given.name && made.version === given.version) return;
  throw new ZhengceError(
    'incompatible-snapshot',
    `loadSearchIndex: expected the segmenter that the index was made with, "${made.name} ${made.version}", received "${given.name} ${given.version}" (options.segmenter)`,
    { details: { expected: made, received: { name: given.name, version: given.version } } },
  );
}

/**
 * Reads a snapshot: checks all of it, copies none of it.
 *
 * @module
 */
import { ZhengceError } from '../errors';
import { checksumWords } from './checksum';
import type { IndexSegment } from './index-segment';
import {
  type ArraySource,
  type ArrayType,
  assembleSegment,
  ENTRY_SIZES,
  findMisfit,
} from './segment-arrays';
import {
  alignLength,
  checksumHeader,
  DESCRIPTION_START,
  hasMagic,
  SNAPSHOT_VERSION,
  type SnapshotDescription,
  type SnapshotSection,
  snapshotDescriptionSchema,
} from './snapshot-header';

/** A snapshot that was read. */
export interface Snapshot {
  readonly description: SnapshotDescription;
  /** On the buffer of the bytes given. */
  readonly segments: readonly IndexSegment[];
}

/**
 * The content of a snapshot, on the same buffer where its bytes are aligned to 16: they must not be changed afterwards.
 * Every byte is covered by a checksum. O(size).
 *
 * @throws ZhengceError `invalid-snapshot` for bytes that are none, are cut off or were changed; `incompatible-snapshot` for
 *   a newer format
 */
export function readSnapshot(given: Uint8Array): Snapshot {
  const bytes = alignBytes(given);
  const headerLength = checkHeader(bytes);
  const description = readDescription(bytes, headerLength);
  const expected = headerLength + description.size;
  if (bytes.length !== expected) {
    throw createFault(`expected ${expected} bytes, received ${bytes.length}`);
  }
  const body = bytes.subarray(headerLength);
  const segments = description.segments.map(({ passageCount, sections }, number) => {
    const segment = assembleSegment(passageCount, createSource(body, sections));
    const misfit = findMisfit(segment);
    if (misfit !== undefined)
      throw createFault(`the parts of ${misfit} do not fit (segment ${number})`);
    return segment;
  });
  return { description, segments };
}

/** Typed arrays need aligned offsets; bytes that lie otherwise, as small Node buffers do, are copied. */
function alignBytes(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 16 === 0 ? bytes : bytes.slice();
}

function checkHeader(bytes: Uint8Array): number {
  if (!hasMagic(bytes))
    throw createFault('expected a snapshot of a search index, received other bytes');
  if (bytes.length < DESCRIPTION_START) throw createFault('cut off within the head');
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, DESCRIPTION_START / 4);
  const [, , version = 0, length = 0, checksum] = words;
  if (version > SNAPSHOT_VERSION) {
    throw new ZhengceError(
      'incompatible-snapshot',
      `loadSearchIndex: expected format ${SNAPSHOT_VERSION} or older, received "${version}" (written by a newer version of zhengce, or changed)`,
      { details: { version, supported: SNAPSHOT_VERSION } },
    );
  }
  const end = DESCRIPTION_START + length;
  if (length % 16 !== 0 || end > bytes.length) throw createFault('cut off within the description');
  if (checksumHeader(new Uint32Array(bytes.buffer, bytes.byteOffset, end / 4)) !== checksum) {
    throw createFault('the head was changed: its checksum does not agree');
  }
  return end;
}

function readDescription(bytes: Uint8Array, end: number): SnapshotDescription {
  const json = new TextDecoder().decode(bytes.subarray(DESCRIPTION_START, end));
  const parsed = snapshotDescriptionSchema.safeParse(parseJson(json));
  if (parsed.success) return parsed.data;
  throw createFault('the description does not have the form that it should have', parsed.error);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw createFault('the description is no JSON', cause);
  }
}

function createSource(body: Uint8Array, sections: readonly SnapshotSection[]): ArraySource {
  const byName = new Map(sections.map((section) => [section.name, section]));
  const find = (name: string, type: ArrayType): Region => {
    const section = byName.get(name);
    if (section?.type !== type) throw createFault(`it has no section ${name} of type ${type}`);
    return checkSection(body, section);
  };
  return {
    u8: (name) => {
      const { buffer, start, length } = find(name, 'u8');
      return new Uint8Array(buffer, start, length);
    },
    u16: (name) => {
      const { buffer, start, length } = find(name, 'u16');
      return new Uint16Array(buffer, start, length);
    },
    u32: (name) => {
      const { buffer, start, length } = find(name, 'u32');
      return new Uint32Array(buffer, start, length);
    },
    f64: (name) => {
      const { buffer, start, length } = find(name, 'f64');
      return new Float64Array(buffer, start, length);
    },
  };
}

interface Region {
  readonly buffer: ArrayBufferLike;
  readonly start: number;
  readonly length: number;
}

function checkSection(
  body: Uint8Array,
  { name, type, start, length, checksum }: SnapshotSection,
): Region {
  const size = alignLength(length * ENTRY_SIZES[type]);
  if (start % 16 !== 0 || start + size > body.length)
    throw createFault(`section ${name} lies outside`);
  const place = body.byteOffset + start;
  if (checksumWords(new Uint32Array(body.buffer, place, size / 4)) !== checksum) {
    throw createFault(`section ${name} was changed: its checksum does not agree`);
  }
  return { buffer: body.buffer, start: place, length };
}

function createFault(what: string, cause?: unknown): ZhengceError {
  return new ZhengceError('invalid-snapshot', `loadSearchIndex: ${what} (snapshot)`, { cause });
}

/**
 * The head of a snapshot: what it is, of which version, and where its sections are.
 *
 * ```
 * byte 0   8 bytes   the magic, 'ZHENGCE' and 0x1a
 *      8   uint32    version of the format
 *     12   uint32    bytes of the description, a multiple of 16
 *     16   uint32    checksum of bytes 0 to 15 and the description
 *     20   uint32    0, three times
 *     32             the description: JSON in UTF-8, filled up with spaces
 *                    the sections, each at a multiple of 16 and filled up with zeros
 * ```
 *
 * All numbers are little-endian; checksums are xxHash32 and include what fills up.
 *
 * @module
 */
import * as z from 'zod';
import { checksumWords } from './checksum';
import type { CodeSchemes } from './facets';
import type { ArrayType } from './segment-arrays';
import type { SearchSettings } from './settings';

/** The version of the format that this library writes, and the newest it reads. */
export const SNAPSHOT_VERSION = 1;

/** Sections and the description begin at multiples of this many bytes. */
export const SNAPSHOT_ALIGNMENT = 16;

/** Where the description begins. */
export const DESCRIPTION_START = 32;

const MAGIC = [0x5a, 0x48, 0x45, 0x4e, 0x47, 0x43, 0x45, 0x1a] as const;

const fieldSettingsSchema = z.strictObject({
  weight: z.number().min(0).max(100),
  b: z.number().min(0).max(1),
});

const settingsSchema = z.strictObject({
  k1: z.number().min(0).max(100),
  title: fieldSettingsSchema,
  heading: fieldSettingsSchema,
  body: fieldSettingsSchema,
  bigram: fieldSettingsSchema.extend({ covered: z.number().min(0).max(1) }),
  phrase: z.number().min(0).max(100),
  bareHeading: z.number().min(0).max(1),
  contents: z.number().min(0).max(1),
  regional: z.number().min(0).max(1),
  context: z.strictObject({
    depth: z.int().min(0).max(1000),
    document: z.number().min(0).max(10),
    section: z.number().min(0).max(10),
    heading: z.number().min(0).max(10),
  }),
});

/** A section of a snapshot: one array. */
export interface SnapshotSection {
  readonly name: string;
  readonly type: ArrayType;
  /** From the start of the first section, in bytes. */
  readonly start: number;
  /** Entries of the array. */
  readonly length: number;
  readonly checksum: number;
}

/** What a snapshot says of itself. */
export interface SnapshotDescription {
  /** The segmenter that the index was made with. */
  readonly segmenter: { readonly name: string; readonly version: string };
  readonly settings: SearchSettings;
  readonly codeSchemes: CodeSchemes;
  /** Bytes of all sections. */
  readonly size: number;
  readonly segments: readonly {
    readonly passageCount: number;
    readonly sections: readonly SnapshotSection[];
  }[];
}

const sectionSchema = z.strictObject({
  name: z.string(),
  type: z.enum(['u8', 'u16', 'u32', 'f64']),
  start: z.int().min(0),
  length: z.int().min(0),
  checksum: z.int().min(0).max(0xffff_ffff),
});

/** The form of a description. */
export const snapshotDescriptionSchema: z.ZodType<SnapshotDescription> = z.strictObject({
  segmenter: z.strictObject({ name: z.string(), version: z.string() }),
  settings: settingsSchema,
  codeSchemes: z.record(z.string(), z.string()),
  size: z.int().min(0),
  segments: z.array(
    z.strictObject({
      passageCount: z.int().min(1).max(65_536),
      sections: z.array(sectionSchema),
    }),
  ),
});

/** The smallest multiple of the alignment that is not below `length`. */
export function alignLength(length: number): number {
  return Math.ceil(length / SNAPSHOT_ALIGNMENT) * SNAPSHOT_ALIGNMENT;
}

/** The head with its description. */
export function encodeHeader(description: SnapshotDescription): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(description));
  const length = alignLength(json.length);
  const bytes = new Uint8Array(DESCRIPTION_START + length);
  bytes.set(MAGIC);
  bytes.fill(0x20, DESCRIPTION_START);
  bytes.set(json, DESCRIPTION_START);
  const words = new Uint32Array(bytes.buffer);
  words[2] = SNAPSHOT_VERSION;
  words[3] = length;
  words[4] = checksumHeader(words);
  return bytes;
}

/** The checksum of a head, its own place taken as 0. */
export function checksumHeader(words: Uint32Array): number {
  const copy = words.slice();
  copy[4] = 0;
  return checksumWords(copy);
}

/** Whether bytes begin as a snapshot does. */
export function hasMagic(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, index) => bytes[index] === byte);
}

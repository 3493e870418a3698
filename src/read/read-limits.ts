/**
 * Bounds of the readers, with their defaults.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';

/** Bounds of the readers. A file beyond one of them is refused as `input-too-large`, beyond `timeoutMs` as `timed-out`; no part of it is read as the whole. */
export interface ReadLimits {
  /** Largest file, in bytes. Default: 64 MiB. Raising it raises the memory that one file may take. */
  readonly maxBytes: number;
  /** Most bytes that one file may unpack to, all its parts together. Default: 256 MiB. Raising it raises the memory likewise. */
  readonly maxExpandedBytes: number;
  /** Largest ratio of unpacked to packed bytes, looked at from 1 MiB unpacked on. Default: 250; documents stay below 100, a bomb reaches 1,000. */
  readonly maxExpansionRatio: number;
  /** Most entries of an archive, or parts of a packed document. Default: 20,000. */
  readonly maxEntries: number;
  /** Most archives inside one another; 1 reads no archive inside an archive. Default: 3. */
  readonly maxArchiveDepth: number;
  /** Most pages of a pdf or ofd. Default: 5,000. */
  readonly maxPages: number;
  /** Most elements inside one another in html, docx, odt and ofd. Default: 1,000; documents stay below 100. */
  readonly maxDepth: number;
  /** Longest time for one file in a thread of its own, in milliseconds. Default: 120,000. Without such a thread (`isolate: false`) nothing can stop a reader. */
  readonly timeoutMs: number;
  /** Largest JavaScript heap of that thread, in MiB. Default: 1,024. */
  readonly maxHeapMegabytes: number;
}

const MEBIBYTE = 1024 * 1024;

/** The defaults of {@link ReadLimits}. */
export const DEFAULT_READ_LIMITS: ReadLimits = Object.freeze({
  maxBytes: 64 * MEBIBYTE,
  maxExpandedBytes: 256 * MEBIBYTE,
  maxExpansionRatio: 250,
  maxEntries: 20_000,
  maxArchiveDepth: 3,
  maxPages: 5_000,
  maxDepth: 1_000,
  timeoutMs: 120_000,
  maxHeapMegabytes: 1_024,
});

const NAMES = Object.keys(DEFAULT_READ_LIMITS) as readonly (keyof ReadLimits)[];

/**
 * The limits that some options give, the defaults in place of what they leave out.
 *
 * @throws ZhengceError `invalid-argument` for a limit that is no positive number
 */
export function chooseLimits(options: Partial<ReadLimits>): ReadLimits {
  const chosen: Record<string, number> = { ...DEFAULT_READ_LIMITS };
  for (const name of NAMES) {
    const value = options[name];
    if (value === undefined) continue;
    if (typeof value !== 'number' || !(value > 0)) throw refuseLimit(name, value);
    chosen[name] = value;
  }
  return chosen as unknown as ReadLimits;
}

function refuseLimit(name: string, value: unknown): ZhengceError {
  const received = describeReceived(value);
  return new ZhengceError(
    'invalid-argument',
    `readPolicyFile: expected a number above 0, received ${received} (options.${name})`,
  );
}

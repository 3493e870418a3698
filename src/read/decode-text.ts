/**
 * decodeText: from bytes to text, with the encoding found by byte order mark, then strictness, then evidence.
 *
 * @module
 */
import { type Diagnostic, ZhengceError } from '../errors';
import { assertNoBinaryFormat, hasBinaryShare, refuseBinaryData } from './binary-formats';
import {
  isChineseReading,
  isUtf16Reading,
  rankLegacyReading,
  shareOfZeros,
} from './encoding-evidence';

/** The encodings that files are read in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/** A decoded text. */
export interface DecodedText {
  /** Without the byte order mark, otherwise as it stands in the file. */
  readonly text: string;
  readonly encoding: TextEncoding;
  /** `file-cut-off`, `damaged-encoding`, or none. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How much of a file the evidence is taken from, in bytes. */
const SAMPLE = 64 * 1024;
/** Largest share of replacement characters in a text that is only damaged. */
const MAX_DAMAGE = 0.01;
/** Least share of zero bytes by which bytes are UTF-16 even where they would be valid UTF-8 as well. */
const MIN_ZEROS = 0.2;
/** Most bytes of one character that can be missing at the end. */
const MAX_CUT = 3;

const UTF_16 = ['utf-16le', 'utf-16be'] as const;
const LEGACY = ['gb18030', 'big5'] as const;

/**
 * The text of some bytes.
 *
 * A byte order mark decides, and is left out. Without one: UTF-16 where every other byte is zero; UTF-8 where the bytes are valid; UTF-16 where the units
 * are everyday Chinese; GB18030 or Big5, whichever reads more like Chinese; and last whatever of these reads well but for at most
 * 1 % of its characters, which is reported. Linear.
 *
 * @param fileName stands in messages
 * @throws ZhengceError `unsupported-format` for bytes of a known binary format, or with many control characters
 * @throws ZhengceError `undecodable-text` where no encoding gives Chinese or plain text
 * @example
 * decodeText(new Uint8Array([0xd5, 0xfe, 0xb2, 0xdf, 0xce, 0xc4, 0xbc, 0xfe]), 'a.txt').text // => '政策文件'
 */
export function decodeText(bytes: Uint8Array, fileName: string): DecodedText {
  const marked = decodeMarked(bytes);
  if (marked !== undefined) {
    if (hasBinaryShare(marked.text.slice(0, SAMPLE))) throw refuseBinaryData(fileName);
    return marked;
  }
  assertNoBinaryFormat(bytes, fileName);
  const zeros = shareOfZeros(bytes.subarray(0, SAMPLE));
  const wide = zeros >= MIN_ZEROS ? decodeUtf16(bytes) : undefined;
  if (wide !== undefined) return wide;
  if (hasBinaryShare(decode(bytes.subarray(0, SAMPLE), 'latin1'))) {
    // The low bytes of Han characters are anything, control characters too.
    const han = decodeUtf16(bytes);
    if (han === undefined) throw refuseBinaryData(fileName);
    return han;
  }
  return (
    decodeStrictly(bytes, 'utf-8') ??
    decodeUtf16(bytes) ??
    decodeLegacy(bytes) ??
    decodeDamaged(bytes) ??
    refuseBytes(fileName)
  );
}

function decodeMarked(bytes: Uint8Array): DecodedText | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodeAnyway(bytes.subarray(3), 'utf-8');
  if (a === 0xff && b === 0xfe) return decodeAnyway(bytes.subarray(2), 'utf-16le');
  if (a === 0xfe && b === 0xff) return decodeAnyway(bytes.subarray(2), 'utf-16be');
  return undefined;
}

/** The text in a known encoding; what is damaged is reported. */
function decodeAnyway(bytes: Uint8Array, encoding: TextEncoding): DecodedText {
  return decodeStrictly(bytes, encoding) ?? describeDamage(decode(bytes, encoding), encoding);
}

/** The text of valid bytes, or of bytes that are valid but for a last character that was cut. */
function decodeStrictly(bytes: Uint8Array, encoding: TextEncoding): DecodedText | undefined {
  const whole = tryDecode(bytes, encoding);
  if (whole !== undefined) return { text: whole, encoding, diagnostics: [] };
  for (let cut = 1; cut <= MAX_CUT && cut < bytes.length; cut += 1) {
    const text = tryDecode(bytes.subarray(0, bytes.length - cut), encoding);
    if (text !== undefined) return { text, encoding, diagnostics: [describeCut(text.length)] };
  }
  return undefined;
}

/** UTF-16 without a mark, where one byte order gives plain text and Chinese. */
function decodeUtf16(bytes: Uint8Array): DecodedText | undefined {
  if (bytes.length < 4) return undefined;
  const sample = bytes.subarray(0, Math.min(SAMPLE, bytes.length & ~1));
  const encoding = UTF_16.find((order) => isUtf16Reading(decode(sample, order)));
  return encoding === undefined ? undefined : decodeAnyway(bytes, encoding);
}

/** GB18030 or Big5, whichever is valid and reads more like Chinese. */
function decodeLegacy(bytes: Uint8Array): DecodedText | undefined {
  // All bytes before are ASCII, so the first that is not begins a character.
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const sample = bytes.subarray(first, first + SAMPLE);
  const [best] = LEGACY.flatMap((encoding) => {
    const reading = decode(sample, encoding);
    if (!isChineseReading(reading, sample, encoding)) return [];
    const decoded = decodeStrictly(bytes, encoding);
    return decoded === undefined
      ? []
      : [{ decoded, rank: rankLegacyReading(reading, sample, encoding) }];
  }).sort((a, b) => b.rank - a.rank);
  return best?.decoded;
}

/** UTF-8 or GB18030 with a few bytes that are neither. */
function decodeDamaged(bytes: Uint8Array): DecodedText | undefined {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const sample = bytes.subarray(first, first + SAMPLE);
  const tries = [
    () => decode(bytes, 'utf-8'),
    () =>
      isChineseReading(decode(sample, 'gb18030'), sample, 'gb18030')
        ? decode(bytes, 'gb18030')
        : undefined,
  ];
  for (const [index, read] of tries.entries()) {
    const text = read();
    if (text === undefined || countReplacements(text) > MAX_DAMAGE * text.length) continue;
    return describeDamage(text, index === 0 ? 'utf-8' : 'gb18030');
  }
  return undefined;
}

function describeDamage(text: string, encoding: TextEncoding): DecodedText {
  const count = countReplacements(text);
  const start = Math.max(0, text.indexOf('\ufffd'));
  const message = `${String(count)} places are no valid ${encoding} and became U+FFFD, the first of them here`;
  const span = { start, end: Math.min(text.length, start + 1) };
  return {
    text,
    encoding,
    diagnostics: [{ ruleId: 'damaged-encoding', severity: 'warning', span, message }],
  };
}

function describeCut(end: number): Diagnostic {
  const message = 'the file ends in the middle of a character, which is left out';
  return { ruleId: 'file-cut-off', severity: 'warning', span: { start: end, end }, message };
}

function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count += 1;
  return count;
}

function refuseBytes(fileName: string): never {
  throw new ZhengceError(
    'undecodable-text',
    `readPolicyFile: expected text in UTF-8, UTF-16, GB18030 or Big5, received bytes that are none of them: save the file as UTF-8 (${fileName})`,
  );
}

function decode(bytes: Uint8Array, encoding: TextEncoding | 'latin1'): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

function tryDecode(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // A TypeError says that the bytes are not of this encoding: that is the question asked.
    return undefined;
  }
}

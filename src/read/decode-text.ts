/**
 * decodeText: from bytes to text, with the encoding found by byte order mark, then strictness, then evidence.
 *
 * @module
 */
import { type Diagnostic, ZhengceError } from '../errors';
import { refuseControls, refuseSignature } from './binary-formats';
import { type LegacyEncoding, rateLegacyText } from './legacy-evidence';

/** The encodings that files are read in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | LegacyEncoding;

/** A decoded text. Offsets of everything that is reported about it count its UTF-16 code units. */
export interface DecodedText {
  /** Without the byte order mark, otherwise as it stood. */
  readonly text: string;
  /** The one that it was read in. */
  readonly encoding: TextEncoding;
  /** `file-cut-off` where the last character is not whole, `damaged-encoding` where bytes in between were wrong. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How much more a declared encoding is believed where two are in question: enough to settle a short text, too little to make a wrong declaration win. */
const DECLARED_WEIGHT = 1.5;
/** How much of a file the evidence is taken from, in bytes. */
const SAMPLE = 64 * 1024;
/** Largest share of replacement characters in a text that is only damaged; with more of them it is something else. */
const MAX_DAMAGE = 0.01;
/** Least share of NULs that makes valid UTF-8 be tried as UTF-16: ASCII in UTF-16 is one half NULs. */
const MIN_ZEROS_OF_UTF16 = 0.25;
/** Largest share of bytes that are printable ASCII: Chinese in UTF-16 has about a half, by chance. */
const MAX_ASCII_OF_UTF16 = 0.85;
/** Least share of plain and Han characters in UTF-16 without a mark; a wrong reading gives about a third. */
const MIN_PLAIN_OF_UTF16 = 0.95;

/**
 * The text of some bytes.
 *
 * A byte order mark decides, and is left out. Without one: valid UTF-8 is UTF-8, unless its NULs say UTF-16; then UTF-16 by its Han and ASCII
 * characters; then GB18030 or Big5, whichever looks more like Chinese (a declaration counts as evidence, no more); then UTF-8, GB18030 or Big5 with damage of one character in a hundred at most,
 * reported. A last character that was cut off is left out and reported. Linear.
 *
 * @throws ZhengceError `unsupported-format` for bytes of a known binary format, or with many control characters
 * @throws ZhengceError `undecodable-text` where no encoding gives Chinese or plain text
 */
export function decodeText(
  bytes: Uint8Array,
  fileName: string,
  declared?: TextEncoding,
): DecodedText {
  refuseSignature(bytes, fileName);
  const unicode = decodeMarked(bytes) ?? decodeUnmarkedUtf16(bytes);
  if (unicode !== undefined) return unicode;
  refuseControls(bytes.subarray(0, SAMPLE), fileName);
  return (
    decodeStrictly(bytes, 'utf-8') ??
    decodeLegacy(bytes, decodeStrictly, declared) ??
    decodeTolerantly(bytes, 'utf-8') ??
    decodeLegacy(bytes, decodeTolerantly, declared) ??
    refuseBytes(fileName)
  );
}

/** By the byte order mark, whatever the damage: the mark leaves no doubt. */
function decodeMarked(bytes: Uint8Array): DecodedText | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodeAnyhow(bytes.subarray(3), 'utf-8');
  if (a === 0xff && b === 0xfe) return decodeAnyhow(bytes.subarray(2), 'utf-16le');
  if (a === 0xfe && b === 0xff) return decodeAnyhow(bytes.subarray(2), 'utf-16be');
  return undefined;
}

function decodeAnyhow(bytes: Uint8Array, encoding: TextEncoding): DecodedText {
  return decodeStrictly(bytes, encoding) ?? decodeLoosely(bytes, encoding);
}

/** UTF-16 whose bytes look like it, in the order that gives plain characters; of two such orders the one with more ASCII. */
function decodeUnmarkedUtf16(bytes: Uint8Array): DecodedText | undefined {
  if (!mayBeUtf16(bytes)) return undefined;
  const sample = bytes.subarray(0, SAMPLE);
  let best: TextEncoding | undefined;
  let bestRating = 0;
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const { text } = decodeLoosely(sample, encoding);
    const plain = shareOf(text, isPlainUnit);
    const rating = plain + shareOf(text, isAscii);
    if (plain >= MIN_PLAIN_OF_UTF16 && rating > bestRating) [best, bestRating] = [encoding, rating];
  }
  return best === undefined ? undefined : decodeAnyhow(bytes, best);
}

/** Two ASCII letters are one Han character in UTF-16, so what is mostly ASCII, or valid UTF-8 with few NULs, has to be ruled out first. */
function mayBeUtf16(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let zeros = 0;
  let letters = 0;
  for (const byte of sample) {
    if (byte === 0) zeros += 1;
    if (byte >= 0x20 && byte < 0x7f) letters += 1;
  }
  if (sample.length < 4 || letters > MAX_ASCII_OF_UTF16 * sample.length) return false;
  return (
    zeros >= MIN_ZEROS_OF_UTF16 * sample.length || decodeStrictly(bytes, 'utf-8') === undefined
  );
}

function isAscii(unit: number): boolean {
  return unit < 0x80;
}

/** ASCII, punctuation and symbols, Han with its punctuation, full-width forms. */
function isPlainUnit(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x20 || unit === 9 || unit === 10 || unit === 13;
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x2010 && unit <= 0x27bf) ||
    (unit >= 0x3000 && unit <= 0x33ff) ||
    (unit >= 0xff00 && unit <= 0xffef)
  );
}

type Decoder = (bytes: Uint8Array, encoding: TextEncoding) => DecodedText | undefined;

/** GB18030 or Big5, whichever of those that the decoder accepts looks more like Chinese. */
function decodeLegacy(
  bytes: Uint8Array,
  decodeBy: Decoder,
  declared: TextEncoding | undefined,
): DecodedText | undefined {
  // All before is ASCII, so a character begins here; a long English preface would be no evidence.
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const sample = bytes.subarray(first, first + SAMPLE);
  let best: DecodedText | undefined;
  let bestRating = 0;
  for (const encoding of ['gb18030', 'big5'] as const) {
    const evidence = rateLegacyText(decodeLoosely(sample, encoding).text, sample, encoding);
    const rating = evidence * (encoding === declared ? DECLARED_WEIGHT : 1);
    const decoded = rating > bestRating ? decodeBy(bytes, encoding) : undefined;
    if (decoded !== undefined) [best, bestRating] = [decoded, rating];
  }
  return best;
}

/** Valid throughout, but for a last character that was cut off. */
function decodeStrictly(bytes: Uint8Array, encoding: TextEncoding): DecodedText | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const text = attempt(() => decoder.decode(bytes, { stream: true }));
  if (text === undefined || (text === '' && bytes.length > 0)) return undefined;
  const isWhole = attempt(() => decoder.decode()) !== undefined;
  return { text, encoding, diagnostics: isWhole ? [] : [reportCut(text)] };
}

function decodeTolerantly(bytes: Uint8Array, encoding: TextEncoding): DecodedText | undefined {
  const decoded = decodeLoosely(bytes, encoding);
  return shareOf(decoded.text, isReplacement) > MAX_DAMAGE ? undefined : decoded;
}

function decodeLoosely(bytes: Uint8Array, encoding: TextEncoding): DecodedText {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return { text, encoding, diagnostics: [reportDamage(text)] };
}

function attempt(decode: () => string): string | undefined {
  try {
    return decode();
  } catch {
    // A TypeError says that the bytes are not of this encoding: that is the question asked.
    return undefined;
  }
}

function isReplacement(unit: number): boolean {
  return unit === 0xfffd;
}

function shareOf(text: string, test: (unit: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) if (test(text.charCodeAt(i))) count += 1;
  return count === 0 ? 0 : count / text.length;
}

function reportCut({ length }: string): Diagnostic {
  const message = 'the file ends in the middle of a character, which was left out';
  const span = { start: length, end: length };
  return { ruleId: 'file-cut-off', severity: 'warning', span, message };
}

function reportDamage(text: string): Diagnostic {
  const start = Math.max(0, text.indexOf('\ufffd'));
  const span = { start, end: Math.min(start + 1, text.length) };
  const message =
    'bytes that are no text of this encoding became replacement characters (�); the first stands here';
  return { ruleId: 'damaged-encoding', severity: 'warning', span, message };
}

function refuseBytes(fileName: string): never {
  throw new ZhengceError(
    'undecodable-text',
    `readPolicyFile: expected text in UTF-8, UTF-16, GB18030 or Big5, received bytes that are none of them: save the file as UTF-8 (${fileName})`,
  );
}

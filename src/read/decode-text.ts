/**
 * decodeText: from bytes to text, with the encoding found by byte order mark, then strictness, then evidence.
 *
 * @module
 */
import { type Diagnostic, ZhengceError } from '../errors';

/** The encodings that files are read in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/** A decoded text. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  readonly diagnostics: readonly Diagnostic[];
}

/** How much of a file the evidence is taken from, in bytes. */
const SAMPLE = 64 * 1024;
/** Least share of everyday characters among the Han characters of a text that was decoded rightly. */
const MIN_EVERYDAY_SHARE = 0.04;
/** Largest share of replacement characters in a UTF-8 text that is only damaged. */
const MAX_DAMAGE = 0.01;

/**
 * The text of some bytes.
 *
 * A byte order mark decides, and is left out. Without one: valid UTF-8 is UTF-8; else UTF-16 by its zero bytes or its Han characters;
 * else GB18030 or Big5, whichever gives more everyday Chinese; else UTF-8 with damage, reported. Linear.
 *
 * @throws ZhengceError `unsupported-format` for bytes of a known binary format, or that are no text
 * @throws ZhengceError `undecodable-text` where no encoding gives Chinese or plain text
 */
export function decodeText(bytes: Uint8Array, fileName: string): DecodedText {
  const marked = decodeMarked(bytes);
  if (marked !== undefined) return marked;
  assertNoBinary(bytes, fileName);
  return (
    decodeUtf8(bytes) ??
    decodeUtf16(bytes) ??
    decodeLegacy(bytes) ??
    decodeDamaged(bytes) ??
    refuseBytes(fileName)
  );
}

function decodeMarked(bytes: Uint8Array): DecodedText | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    const rest = bytes.subarray(3);
    return decodeUtf8(rest) ?? { text: decode(rest, 'utf-8'), encoding: 'utf-8', diagnostics: [reportDamage()] };
  }
  if (a === 0xff && b === 0xfe) return { text: decode(bytes.subarray(2), 'utf-16le'), encoding: 'utf-16le', diagnostics: [] };
  if (a === 0xfe && b === 0xff) return { text: decode(bytes.subarray(2), 'utf-16be'), encoding: 'utf-16be', diagnostics: [] };
  return undefined;
}

/** Valid UTF-8, or valid but for a last character that was cut. */
function decodeUtf8(bytes: Uint8Array): DecodedText | undefined {
  const whole = tryDecode(bytes, 'utf-8');
  if (whole !== undefined) return { text: whole, encoding: 'utf-8', diagnostics: [] };
  for (let cut = 1; cut <= 3 && cut < bytes.length; cut += 1) {
    const text = tryDecode(bytes.subarray(0, bytes.length - cut), 'utf-8');
    if (text === undefined) continue;
    const end = text.length;
    const message = 'the file ends in the middle of a character';
    return { text, encoding: 'utf-8', diagnostics: [{ ruleId: 'file-cut-off', severity: 'warning', span: { start: end, end }, message }] };
  }
  return undefined;
}

/** UTF-16 without a mark: zero bytes at every other place, or units that are Han and its punctuation. */
function decodeUtf16(bytes: Uint8Array): DecodedText | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const sample = decode(bytes.subarray(0, SAMPLE), encoding);
    if (shareOf(sample, isPlainUnit) >= 0.95) return { text: decode(bytes, encoding), encoding, diagnostics: [] };
  }
  return undefined;
}

function isPlainUnit(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x20 || unit === 9 || unit === 10 || unit === 13;
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3000 && unit <= 0x303f) || (unit >= 0xff00 && unit <= 0xffef) || (unit >= 0x2010 && unit <= 0x2030);
}

/** GB18030 or Big5, whichever is valid and gives more everyday characters. */
function decodeLegacy(bytes: Uint8Array): DecodedText | undefined {
  const found = (['gb18030', 'big5'] as const).flatMap((encoding) => {
    const text = tryDecode(bytes, encoding);
    return text === undefined ? [] : [{ text, encoding, share: shareOfEveryday(text.slice(0, SAMPLE)) }];
  });
  const best = found.reduce<(typeof found)[number] | undefined>((a, b) => (a === undefined || b.share > a.share ? b : a), undefined);
  if (best === undefined || best.share < MIN_EVERYDAY_SHARE) return undefined;
  return { text: best.text, encoding: best.encoding, diagnostics: [] };
}

function decodeDamaged(bytes: Uint8Array): DecodedText | undefined {
  const text = decode(bytes, 'utf-8');
  const damage = shareOf(text, (unit) => unit === 0xfffd);
  return damage > MAX_DAMAGE ? undefined : { text, encoding: 'utf-8', diagnostics: [reportDamage()] };
}

function reportDamage(): Diagnostic {
  const message = 'some bytes are no UTF-8 and became replacement characters';
  return { ruleId: 'damaged-encoding', severity: 'warning', span: { start: 0, end: 0 }, message };
}

function refuseBytes(fileName: string): never {
  throw new ZhengceError(
    'undecodable-text',
    `readPolicyFile: expected text in UTF-8, UTF-16, GB18030 or Big5, received bytes that are none of them: save the file as UTF-8 (${fileName})`,
  );
}

/** The 120 or so commonest characters of official Chinese, both scripts. */
const EVERYDAY = new Set(
  '的一和在有了是中国为不人以大发会业工年地对上行政成出法民进方务产生能作理部全要动实化建加于公市规推设展制管经保度第十应当新各机高数据信息条（），。、；：的國為業會發務產經據設關與應當機構條規劃個對於時開',
);

function shareOfEveryday(text: string): number {
  let han = 0;
  let everyday = 0;
  for (const char of text) {
    if (char < '\u3000') continue;
    han += 1;
    if (EVERYDAY.has(char)) everyday += 1;
  }
  return han === 0 ? 0 : everyday / han;
}

function shareOf(text: string, test: (unit: number) => boolean): number {
  if (text.length === 0) return 0;
  let count = 0;
  for (let i = 0; i < text.length; i += 1) if (test(text.charCodeAt(i))) count += 1;
  return count / text.length;
}

interface Signature {
  readonly bytes: readonly number[];
  readonly name: string;
  readonly advice: string;
}

const SIGNATURES: readonly Signature[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: 'a zip archive (docx, ofd, xlsx or zip)', advice: 'unpack it, or save the document as text' },
  { bytes: [0x25, 0x50, 0x44, 0x46], name: 'a PDF', advice: 'save its text as .txt' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'a Word or WPS document', advice: 'save it as text' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'an RTF document', advice: 'save it as text' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG picture', advice: 'recognise its text first' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG picture', advice: 'recognise its text first' },
  { bytes: [0x47, 0x49, 0x46, 0x38], name: 'a GIF picture', advice: 'recognise its text first' },
  { bytes: [0x1f, 0x8b], name: 'a gzip archive', advice: 'unpack it' },
  { bytes: [0x52, 0x61, 0x72, 0x21], name: 'a RAR archive', advice: 'unpack it' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], name: 'a 7z archive', advice: 'unpack it' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], name: 'a program', advice: 'name a text file' },
];
/** Largest share of control characters in a text. */
const MAX_CONTROLS = 0.1;

function assertNoBinary(bytes: Uint8Array, fileName: string): void {
  const known = SIGNATURES.find((signature) => signature.bytes.every((byte, index) => bytes[index] === byte));
  if (known !== undefined) throw refuseFormat(`${known.name}: ${known.advice}`, fileName);
  const sample = bytes.subarray(0, SAMPLE);
  const controls = sample.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0);
  const zeros = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  const mayBeUtf16 = zeros > 0 && bytes.length % 2 === 0 && decodeUtf16(sample.subarray(0, sample.length & ~1)) !== undefined;
  if (controls > MAX_CONTROLS * sample.length && !mayBeUtf16) throw refuseFormat('binary data: name a text file', fileName);
}

function refuseFormat(received: string, fileName: string): ZhengceError {
  return new ZhengceError('unsupported-format', `readPolicyFile: expected a text file, received ${received} (${fileName})`);
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string {
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

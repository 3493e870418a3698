/**
 * Binary formats: knows files that are no text by how they begin, and by their control characters.
 *
 * @module
 */
import { ZhengceError } from '../errors';

interface Signature {
  readonly bytes: readonly number[];
  readonly name: string;
  readonly advice: string;
}

const SIGNATURES: readonly Signature[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    name: 'a zip archive (docx, ofd, xlsx or zip)',
    advice: 'unpack it, or save the document as text',
  },
  { bytes: [0x25, 0x50, 0x44, 0x46], name: 'a PDF', advice: 'save its text as .txt' },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    name: 'a Word or WPS document',
    advice: 'save it as text',
  },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'an RTF document', advice: 'save it as text' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG picture', advice: 'recognise its text first' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG picture', advice: 'recognise its text first' },
  { bytes: [0x47, 0x49, 0x46, 0x38], name: 'a GIF picture', advice: 'recognise its text first' },
  {
    bytes: [0x49, 0x49, 0x2a, 0x00],
    name: 'a TIFF picture',
    advice: 'recognise its text first',
  },
  { bytes: [0x1f, 0x8b], name: 'a gzip archive', advice: 'unpack it' },
  { bytes: [0x52, 0x61, 0x72, 0x21], name: 'a RAR archive', advice: 'unpack it' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], name: 'a 7z archive', advice: 'unpack it' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], name: 'a program', advice: 'name a text file' },
  {
    bytes: [0xff, 0xfe, 0x00, 0x00],
    name: 'text in UTF-32',
    advice: 'save it as UTF-8',
  },
  {
    bytes: [0x00, 0x00, 0xfe, 0xff],
    name: 'text in UTF-32',
    advice: 'save it as UTF-8',
  },
];

/**
 * Nothing, where the bytes do not begin like a known binary format.
 *
 * @throws ZhengceError `unsupported-format` with the format's name and what to do
 */
export function refuseSignature(bytes: Uint8Array, fileName: string): void {
  const known = SIGNATURES.find((signature) =>
    signature.bytes.every((byte, index) => bytes[index] === byte),
  );
  if (known !== undefined) throw createRefusal(`${known.name}: ${known.advice}`, fileName);
}

/** Largest share of control characters in a text; a text with some stray NULs stays below it. */
const MAX_CONTROLS = 0.1;

/**
 * Nothing, where few bytes of a sample are control characters. Not for UTF-16, whose bytes are halves of characters.
 *
 * @throws ZhengceError `unsupported-format`
 */
export function refuseControls(sample: Uint8Array, fileName: string): void {
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32)) controls += 1;
  if (controls > MAX_CONTROLS * sample.length) {
    throw createRefusal('binary data: name a text file', fileName);
  }
}

function createRefusal(received: string, fileName: string): ZhengceError {
  return new ZhengceError(
    'unsupported-format',
    `readPolicyFile: expected a text file, received ${received} (${fileName})`,
  );
}

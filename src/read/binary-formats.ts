/**
 * Binary formats: what a file is that only bears the name of a text.
 *
 * @module
 */
import { ZhengceError } from '../errors';

interface BinaryFormat {
  /** What the file begins with. */
  readonly signature: readonly number[];
  readonly name: string;
  readonly advice: string;
}

const AS_TEXT = 'open it and save it as text';
const RECOGNISE = 'recognise its text first';
const FORMATS: readonly BinaryFormat[] = [
  {
    signature: [0x50, 0x4b, 0x03, 0x04],
    name: 'a zip archive (docx, xlsx, ofd, zip)',
    advice: 'unpack it, or save the document as text',
  },
  { signature: [0x25, 0x50, 0x44, 0x46], name: 'a PDF', advice: 'save its text as .txt' },
  {
    signature: [0xd0, 0xcf, 0x11, 0xe0],
    name: 'an old Office document (doc, wps, xls)',
    advice: AS_TEXT,
  },
  { signature: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'an RTF document', advice: AS_TEXT },
  { signature: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG picture', advice: RECOGNISE },
  { signature: [0xff, 0xd8, 0xff], name: 'a JPEG picture', advice: RECOGNISE },
  { signature: [0x47, 0x49, 0x46, 0x38], name: 'a GIF picture', advice: RECOGNISE },
  { signature: [0x49, 0x49, 0x2a, 0x00], name: 'a TIFF picture', advice: RECOGNISE },
  { signature: [0x4d, 0x4d, 0x00, 0x2a], name: 'a TIFF picture', advice: RECOGNISE },
  { signature: [0x1f, 0x8b], name: 'a gzip archive', advice: 'unpack it' },
  { signature: [0x52, 0x61, 0x72, 0x21], name: 'a RAR archive', advice: 'unpack it' },
  { signature: [0x37, 0x7a, 0xbc, 0xaf], name: 'a 7z archive', advice: 'unpack it' },
  { signature: [0x7f, 0x45, 0x4c, 0x46], name: 'a program', advice: 'name a text file' },
];

/** Largest share of control characters in a text. Random bytes have 0.1. */
const MAX_CONTROL_SHARE = 0.05;

/** @throws ZhengceError `unsupported-format` where the bytes begin like a known binary format; the message says which, and what to do */
export function assertNoBinaryFormat(bytes: Uint8Array, fileName: string): void {
  const known = FORMATS.find(({ signature }) =>
    signature.every((byte, index) => bytes[index] === byte),
  );
  if (known !== undefined) throw refuseFormat(`${known.name}: ${known.advice}`, fileName);
}

/** Whether more than 5 % of a text are control characters other than white space. */
export function hasBinaryShare(text: string): boolean {
  let controls = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 9 || (unit > 13 && unit < 32)) controls += 1;
  }
  return controls > MAX_CONTROL_SHARE * text.length;
}

/** The error for bytes that are no text of any kind. */
export function refuseBinaryData(fileName: string): ZhengceError {
  return refuseFormat('binary data (many control characters): name a text file', fileName);
}

function refuseFormat(received: string, fileName: string): ZhengceError {
  const message = `readPolicyFile: expected a text file, received ${received} (${fileName})`;
  return new ZhengceError('unsupported-format', message);
}

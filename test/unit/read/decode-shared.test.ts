// The figures of docs/decisions/reading-and-charsets.md: the shared documents in every encoding, whole and in short pieces.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { decodeText, type TextEncoding } from '../../../src/read';
import { encodeLegacy, encodeUtf16 } from '../../support/encode-legacy';
import { describeWithShared } from '../../support/shared';

type Encode = (text: string) => Uint8Array | undefined;

/** Characters that an encoding lacks are left out, so that every document has its turn. */
function encodeWhatCan(text: string, encoding: 'gb18030' | 'big5'): Uint8Array | undefined {
  const lacking = [...new Set(text)].filter((char) => encodeLegacy(char, encoding) === undefined);
  const kept = lacking.reduce((rest, char) => rest.replaceAll(char, ''), text);
  return encodeLegacy(kept, encoding);
}

const encodings: readonly (readonly [TextEncoding, Encode])[] = [
  ['gb18030', (text) => encodeWhatCan(text, 'gb18030')],
  ['utf-16le', (text) => encodeUtf16(text, 'little')],
  ['utf-16be', (text) => encodeUtf16(text, 'big')],
];

function isReadRight(bytes: Uint8Array, encoding: TextEncoding): boolean {
  try {
    const decoded = decodeText(bytes, 'a.txt');
    return (
      decoded.encoding === encoding && decoded.text === new TextDecoder(encoding).decode(bytes)
    );
  } catch {
    return false;
  }
}

describeWithShared('decodeText, on the shared documents', (shared) => {
  const folder = join(shared, 'data/policies');
  const names = readdirSync(folder);
  const texts = names.map((name) => readFileSync(join(folder, name), 'utf8').replace('\ufeff', ''));

  it.each(encodings)('reads all of them in %s', (encoding, encode) => {
    const wrong = names.filter((_, i) => !isReadRight(encode(texts[i] ?? '')!, encoding));
    expect(wrong).toEqual([]);
  });

  it.each(encodings)('reads 99 of 100 pieces of eight characters in %s', (encoding, encode) => {
    const pieces = texts.flatMap((text) => {
      const han = text.replace(/[^\u4e00-\u9fa5，。、]/g, '');
      return [0.2, 0.4, 0.6, 0.8].map((part) =>
        han.slice(Math.floor(han.length * part)).slice(0, 8),
      );
    });
    const wrong = pieces.filter((piece) => !isReadRight(encode(piece)!, encoding));
    expect(wrong.length, wrong.slice(0, 5).join(' ')).toBeLessThan(pieces.length / 100);
  });
});

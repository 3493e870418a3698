import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZhengceError } from '../../../src/errors';
import { type DecodedText, decodeText, type TextEncoding } from '../../../src/read';
import { encodeLegacy, encodeUtf16 } from '../../support/encode-legacy';

const samples = join(import.meta.dirname, '../../../corpus/documents');
const TEXT = '一、推动公共数据资源开放共享，培育数据要素市场。\n';

function hex(digits: string): Uint8Array {
  return Uint8Array.from(Buffer.from(digits.replaceAll(' ', ''), 'hex'));
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}

function utf8(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text));
}

function decode(bytes: Uint8Array): DecodedText {
  return decodeText(bytes, 'a.txt');
}

function codeOf(bytes: Uint8Array): string {
  try {
    return `decoded as ${decode(bytes).encoding}`;
  } catch (error) {
    if (error instanceof ZhengceError && error.message.includes('(a.txt)')) return error.code;
    throw error;
  }
}

describe('decodeText', () => {
  it.each<[string, Uint8Array, string, TextEncoding]>([
    ['nothing', hex(''), '', 'utf-8'],
    ['a byte order mark and nothing', hex('ef bb bf'), '', 'utf-8'],
    ['ASCII', utf8('plan\r\n'), 'plan\r\n', 'utf-8'],
    ['UTF-8', hex('e6 94 bf e7 ad 96'), '政策', 'utf-8'],
    ['UTF-8 with a mark', hex('ef bb bf e6 94 bf'), '政', 'utf-8'],
    ['UTF-8 with stray NULs', utf8(`${TEXT}\0${TEXT}`), `${TEXT}\0${TEXT}`, 'utf-8'],
    ['UTF-16LE with a mark', hex('ff fe 3f 65 56 7b'), '政策', 'utf-16le'],
    ['UTF-16BE with a mark', hex('fe ff 65 3f 7b 56'), '政策', 'utf-16be'],
    ['UTF-16LE without', encodeUtf16(TEXT, 'little'), TEXT, 'utf-16le'],
    ['UTF-16BE without', encodeUtf16(TEXT, 'big'), TEXT, 'utf-16be'],
    ['ASCII in UTF-16LE without', hex('70 00 6c 00 61 00 6e 00'), 'plan', 'utf-16le'],
    ['ASCII in UTF-16BE without', hex('00 70 00 6c 00 61 00 6e'), 'plan', 'utf-16be'],
    ['GB18030, four characters', hex('d5fe b2df cec4 bcfe'), '政策文件', 'gb18030'],
    ['GB18030, two that are not official ones', hex('c4e3 bac3'), '你好', 'gb18030'],
    ['one Han character of GBK after ASCII', hex('61 62 63 d6d0'), 'abc中', 'gb18030'],
    ['a four-byte character of GB18030', hex('b5c4 d2bb 95328236'), '的一𠀀', 'gb18030'],
    ['Big5', encodeLegacy('數據資源開放', 'big5') ?? hex(''), '數據資源開放', 'big5'],
    [
      'GB18030 after 70 kB of ASCII',
      concat(utf8('x'.repeat(70_000)), hex('d5fe b2df')),
      `${'x'.repeat(70_000)}政策`,
      'gb18030',
    ],
  ])('reads %s', (_name, bytes, text, encoding) => {
    expect(decode(bytes)).toEqual({ text, encoding, diagnostics: [] });
  });

  it.each<[string, Uint8Array, string, TextEncoding]>([
    ['UTF-8 of two bytes out of three', utf8(TEXT.trim()).subarray(0, -1), TEXT, 'utf-8'],
    ['UTF-8 of one byte out of three', utf8(TEXT.trim()).subarray(0, -2), TEXT, 'utf-8'],
    ['UTF-8 with a mark', concat(hex('efbbbf'), utf8(TEXT.trim()).subarray(0, -1)), TEXT, 'utf-8'],
    ['UTF-16LE', encodeUtf16(TEXT.trim(), 'little').subarray(0, -1), TEXT, 'utf-16le'],
    ['GB18030', (encodeLegacy(TEXT.trim(), 'gb18030') ?? hex('')).subarray(0, -1), TEXT, 'gb18030'],
  ])('leaves out a last character that was cut: %s', (_name, bytes, whole, encoding) => {
    const text = whole.trim().slice(0, -1);
    const { diagnostics, ...decoded } = decode(bytes);
    expect(decoded).toEqual({ text, encoding });
    expect(diagnostics).toMatchObject([
      {
        ruleId: 'file-cut-off',
        severity: 'warning',
        span: { start: text.length, end: text.length },
      },
    ]);
  });

  it.each<[string, Uint8Array, number, TextEncoding]>([
    ['UTF-8', concat(utf8(TEXT.repeat(10)), hex('ff'), utf8(TEXT)), 250, 'utf-8'],
    [
      'GB18030',
      concat(encodeLegacy(TEXT.repeat(10), 'gb18030') ?? hex(''), hex('ff'), utf8('end.')),
      250,
      'gb18030',
    ],
    [
      'UTF-16LE, half a pair',
      concat(hex('fffe'), encodeUtf16('\ud800数据', 'little')),
      0,
      'utf-16le',
    ],
  ])('reports the first place of damage: %s', (_name, bytes, start, encoding) => {
    const { text, diagnostics, ...rest } = decode(bytes);
    expect(rest).toEqual({ encoding });
    expect(text[start]).toBe('\ufffd');
    expect(diagnostics).toMatchObject([
      { ruleId: 'damaged-encoding', span: { start, end: start + 1 } },
    ]);
  });

  it.each<[string, Uint8Array, string]>([
    ['a zip archive', hex('504b0304 14000000'), 'unsupported-format'],
    ['a PDF', utf8('%PDF-1.7\n'), 'unsupported-format'],
    ['an old Word document', hex('d0cf11e0 a1b11ae1'), 'unsupported-format'],
    ['a PNG picture', hex('89504e47 0d0a1a0a'), 'unsupported-format'],
    ['UTF-32', hex('fffe0000 3f650000'), 'unsupported-format'],
    ['NULs', new Uint8Array(5000), 'unsupported-format'],
    ['control characters', Uint8Array.from({ length: 500 }, (_, i) => i % 9), 'unsupported-format'],
    [
      'every byte in turn',
      Uint8Array.from({ length: 4096 }, (_, i) => i % 256),
      'unsupported-format',
    ],
    [
      'high bytes without order',
      Uint8Array.from({ length: 4096 }, (_, i) => 0x80 + ((i * i * 31 + i * 17) % 127)),
      'undecodable-text',
    ],
    ['a French word in Latin-1', hex('63 61 66 e9 20 6f f9 20'), 'undecodable-text'],
  ])('refuses %s', (_name, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it('reads 10 MB of GB18030 in one line within seconds', () => {
    const line = encodeLegacy('推动数据共享。'.repeat(1000), 'gb18030') ?? hex('');
    const bytes = concat(...Array.from({ length: 750 }, () => line));
    const began = performance.now();
    expect(decode(bytes).text).toHaveLength(7 * 1000 * 750);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('decodeText, on any part of the sample documents', () => {
  const texts = readdirSync(samples).map((name) => decode(readFileSync(join(samples, name))).text);
  const part = fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.integer({ min: 32, max: 400 }))
    .map(([text, at, length]) => text.slice(at % (text.length - 32)).slice(0, length))
    .filter((text) => [...text].filter((char) => char >= '\u4e00').length >= 16);

  it.each<[TextEncoding, (text: string) => Uint8Array | undefined]>([
    ['utf-8', utf8],
    ['utf-16le', (text) => encodeUtf16(text, 'little')],
    ['utf-16be', (text) => encodeUtf16(text, 'big')],
    ['gb18030', (text) => encodeLegacy(text, 'gb18030')],
  ])('finds %s from 32 characters on', (encoding, encode) => {
    fc.assert(
      fc.property(part, (text) => {
        const bytes = encode(text);
        fc.pre(bytes !== undefined);
        expect(decode(bytes)).toEqual({ text, encoding, diagnostics: [] });
      }),
      { numRuns: 200 },
    );
  });
});

// Encodes text in GB18030 (its two-byte part) and Big5, which Node can only decode: the decoder's table read backwards.

type LegacyEncoding = 'gb18030' | 'big5';

const tables = new Map<LegacyEncoding, ReadonlyMap<string, readonly number[]>>();

function createTable(encoding: LegacyEncoding): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  for (let byte = 0; byte < 0x80; byte += 1) table.set(String.fromCharCode(byte), [byte]);
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if ([...char].length === 1 && char !== '\ufffd') table.set(char, [lead, trail]);
    }
  return table;
}

/** The bytes of a text, or undefined where the encoding lacks one of its characters. */
export function encodeLegacy(text: string, encoding: LegacyEncoding): Uint8Array | undefined {
  const table = tables.get(encoding) ?? createTable(encoding);
  tables.set(encoding, table);
  const bytes = new Uint8Array(2 * text.length);
  let length = 0;
  for (const char of text) {
    const code = table.get(char);
    if (code === undefined) return undefined;
    for (const byte of code) {
      bytes[length] = byte;
      length += 1;
    }
  }
  return bytes.slice(0, length);
}

/** The bytes of a text in UTF-16, without byte order mark. */
export function encodeUtf16(text: string, order: 'little' | 'big'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return Uint8Array.from(order === 'little' ? bytes : bytes.swap16());
}

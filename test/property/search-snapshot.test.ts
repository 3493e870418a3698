// Snapshots that were cut off, changed or made by others: a clear error or the right index, never anything else.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZhengceError, type ZhengceErrorCode } from '../../src/errors';
import { createSearchIndex, loadSearchIndex, type SearchIndex } from '../../src/search';
import { checksumWords } from '../../src/search/checksum';
import { createJiebaSegmenter } from '../../src/segment';
import { createDocument, sampleDocuments } from '../support/search-documents';

const segmenter = createJiebaSegmenter();
const documents = [
  ...sampleDocuments,
  createDocument({ id: 'odd', passages: [{ text: '' }, { text: '\0\ud800数据\udfff' }] }),
];
const original = createSearchIndex(documents, { segmenter });
const snapshot = original.toBytes();

function searchAll(index: SearchIndex): unknown {
  return ['数据安全', '"公共数据" 市场', '', 'task:T2'].map((query) =>
    index.search(query, { limit: 100, facets: ['task', 'issuer', 'year'], explain: true }),
  );
}

const expected = searchAll(original);

function catchCode(bytes: Uint8Array): ZhengceErrorCode | SearchIndex {
  try {
    return loadSearchIndex(bytes, { segmenter });
  } catch (error) {
    if (error instanceof ZhengceError) return error.code;
    throw error;
  }
}

/** Whether loading failed as it should, or gave the right index all the same. */
function isSound(bytes: Uint8Array): boolean {
  const loaded = catchCode(bytes);
  if (typeof loaded === 'string')
    return ['invalid-snapshot', 'incompatible-snapshot'].includes(loaded);
  expect(searchAll(loaded)).toEqual(expected);
  return true;
}

describe('loadSearchIndex', () => {
  it('gives the index back', () => {
    expect(searchAll(loadSearchIndex(snapshot, { segmenter }))).toEqual(expected);
  });

  it('reads bytes wherever they lie in their buffer', () => {
    for (let shift = 1; shift <= 16; shift++) {
      const buffer = new Uint8Array(snapshot.length + shift);
      buffer.set(snapshot, shift);
      expect(searchAll(loadSearchIndex(buffer.subarray(shift), { segmenter }))).toEqual(expected);
    }
  });

  it('notices every byte that was changed', () => {
    const bytes = snapshot.slice();
    for (let at = 0; at < bytes.length; at++) {
      const before = bytes[at]!;
      bytes[at] = before ^ (1 << (at % 8));
      expect(isSound(bytes), `bit ${at % 8} of byte ${at}`).toBe(true);
      bytes[at] = before ^ 0xff;
      expect(isSound(bytes), `byte ${at} inverted`).toBe(true);
      bytes[at] = before;
    }
  }, 60_000);

  it('refuses a snapshot cut off anywhere, or with bytes behind it', () => {
    for (let length = 0; length < snapshot.length; length++) {
      expect(catchCode(snapshot.slice(0, length)), `${length} bytes`).toBe('invalid-snapshot');
    }
    const longer = new Uint8Array(snapshot.length + 16);
    longer.set(snapshot);
    expect(catchCode(longer)).toBe('invalid-snapshot');
  }, 60_000);

  it('refuses bytes that are no snapshot', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, hasMagic) => {
        const forged = hasMagic ? Uint8Array.of(...snapshot.subarray(0, 12), ...bytes) : bytes;
        expect(catchCode(forged)).toBe('invalid-snapshot');
      }),
    );
  });

  it('refuses a newer format and says so', () => {
    const bytes = snapshot.slice();
    bytes[8] = 2;
    expect(() => loadSearchIndex(bytes, { segmenter })).toThrow(
      expect.objectContaining({
        code: 'incompatible-snapshot',
        details: { version: 2, supported: 1 },
        message: expect.stringContaining('received "2"') as string,
      }),
    );
  });

  it('refuses an index made with another segmenter and names both', () => {
    const other = createJiebaSegmenter({ terms: ['泛在智联'] });
    expect(() => loadSearchIndex(snapshot, { segmenter: other })).toThrow(
      new RegExp(
        `made with, "jieba ${segmenter.version}", received "jieba ${segmenter.version}\\+terms`,
      ),
    );
  });

  it('refuses what is no Uint8Array', () => {
    expect(() => loadSearchIndex('x' as unknown as Uint8Array, { segmenter })).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });

  it('refuses parts that do not fit, though their checksums agree', () => {
    // Every word of every section made huge in turn: offsets that lead nowhere must not send a search there.
    const words = new Uint32Array(snapshot.slice().buffer);
    const start = 32 + words[3]!;
    const description = readDescription(words);
    for (const section of description.segments[0]!.sections) {
      if (section.type !== 'u32' || section.length === 0) continue;
      const forged = words.slice();
      const first = (start + section.start) / 4;
      forged[first] = 0xffff_fff0;
      forged[first + section.length - 1] = 0x7fff_ffff;
      const size = Math.ceil((section.length * 4) / 16) * 4;
      const signed = signDescription(
        forged,
        section.name,
        checksumWords(forged.subarray(first, first + size)),
      );
      const loaded = catchCode(signed);
      if (typeof loaded !== 'string') expect(() => searchAll(loaded)).not.toThrow();
      else expect(loaded).toBe('invalid-snapshot');
    }
  });
});

interface Described {
  segments: {
    sections: { name: string; type: string; start: number; length: number; checksum: number }[];
  }[];
}

function readDescription(words: Uint32Array): Described {
  const bytes = new Uint8Array(words.buffer, 32, words[3]);
  return JSON.parse(new TextDecoder().decode(bytes)) as Described;
}

/** The snapshot with another checksum for a section, and the checksum of the head that follows. */
function signDescription(words: Uint32Array, name: string, checksum: number): Uint8Array {
  const description = readDescription(words);
  const section = description.segments[0]!.sections.find((entry) => entry.name === name)!;
  section.checksum = checksum;
  const json = new TextEncoder().encode(JSON.stringify(description));
  const length = Math.ceil(json.length / 16) * 16;
  const body = new Uint8Array(words.buffer).subarray(32 + words[3]!);
  const bytes = new Uint8Array(32 + length + body.length);
  bytes.set(new Uint8Array(words.buffer, 0, 32));
  bytes.fill(0x20, 32, 32 + length);
  bytes.set(json, 32);
  bytes.set(body, 32 + length);
  const head = new Uint32Array(bytes.buffer, 0, 8 + length / 4);
  head[3] = length;
  head[4] = 0;
  head[4] = checksumWords(head);
  return bytes;
}

describe('checksumWords', () => {
  it.each<[string, number]>([
    // From the reference implementation of xxHash32, seed 0.
    ['', 0x02cc5d05],
    ['abcd', 0xa3643705],
    ['abcdefghijklmnop', 0x9d2d8b62],
  ])('agrees with xxHash32 on %j', (text, hash) => {
    const bytes = new TextEncoder().encode(text);
    expect(checksumWords(new Uint32Array(bytes.slice().buffer)).toString(16)).toBe(
      hash.toString(16),
    );
  });

  it('changes with any single word', () => {
    fc.assert(
      fc.property(
        fc.uint32Array({ minLength: 1, maxLength: 40 }),
        fc.nat(),
        fc.integer({ min: 1 }),
        (words, place, change) => {
          const changed = words.slice();
          changed[place % words.length]! ^= change;
          expect(checksumWords(changed)).not.toBe(checksumWords(words));
        },
      ),
    );
  });
});

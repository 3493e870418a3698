// A folder like an office disk: policy files of all formats, in folders and archives, with bad ones of twenty kinds among them.
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { createRandom } from '../../src/evaluate/random';

const fixtures = join(import.meta.dirname, '../fixtures/formats');

function fixture(name: string): Buffer {
  return readFileSync(join(fixtures, name));
}

/** Bytes that are no text in any encoding, and no file of any format. */
function noise(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i * 131 + (i >> 3) * 7) % 256);
}

function cut(name: string): Uint8Array {
  const bytes = fixture(name);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}

function pack(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
}

/** An archive whose one entry says that it is encrypted. */
function packEncrypted(): Uint8Array {
  const zip = pack({ 'a.txt': '数据' });
  const central = Buffer.from(zip).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  zip[6] = 1;
  zip[central + 8] = 1;
  return zip;
}

function damageMiddle(name: string): Uint8Array {
  const bytes = Uint8Array.from(fixture(name));
  bytes.fill(0, 100, Math.floor(bytes.length * 0.9));
  return bytes;
}

function nest(depth: number): Uint8Array {
  let zip = pack({ 'a.txt': '推动数据共享。' });
  for (let level = 0; level < depth; level += 1) zip = zipSync({ 'inner.zip': zip });
  return zip;
}

/** A kind of bad file: what it is called at the end, and how it is made; each costs one failure. */
interface BadKind {
  readonly ending: string;
  readonly make: (path: string) => void;
}

function bytes(ending: string, content: () => Uint8Array | string): BadKind {
  return {
    ending,
    make: (path) => {
      writeFileSync(path, content());
    },
  };
}

/** The kinds of bad files. The last is a link. */
const BAD_KINDS: readonly BadKind[] = [
  bytes('cut.docx', () => cut('01-opinions.docx')),
  bytes('cut.odt', () => cut('02-regulations.odt')),
  bytes('cut.ofd', () => cut('03-scheme-in-notice.ofd')),
  bytes('cut.doc', () => cut('04-action-plan.doc').subarray(0, 1500)),
  bytes('damaged.docx', () => damageMiddle('05-party-opinions.docx')),
  bytes('empty.pdf', () => ''),
  bytes('empty.docx', () => ''),
  bytes('text.pdf', () => '这不是文件。'),
  bytes('text.ofd', () => '这不是文件。'),
  bytes('noise.txt', () => noise(4000)),
  bytes('header.pdf', () => '%PDF-1.7\n'),
  bytes('saved.doc', () => '{\\rtf1 x}'),
  bytes('archive.doc', () => 'MIME-Version: 1.0\n\nx'),
  bytes('sheet.docx', () => pack({ 'xl/workbook.xml': '<a/>' })),
  bytes('bomb.docx', () => pack({ 'word/document.xml': ' '.repeat(4_000_000) })),
  bytes('entities.docx', () => pack({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "b">]><a/>' })),
  bytes('locked.zip', packEncrypted),
  bytes('nested.zip', () => nest(4)),
  bytes('climbs.zip', () => pack({ '../evil.txt': '数据' })),
  {
    ending: 'gone.txt',
    make: (path) => {
      symlinkSync('nowhere.txt', path);
    },
  },
];

/** How many kinds of bad files there are. */
export const BAD_KIND_COUNT: number = BAD_KINDS.length;

/** Options of {@link createMixedFolder}. */
export interface MixedFolderOptions {
  readonly files: number;
  readonly bad: number;
  readonly seed: number;
  /** Of this many good files one is of a packed format or PDF, the others text; 1 for none but those. */
  readonly packedEvery: number;
}

/** Writes the files. The same options give the same bytes. */
export function createMixedFolder(
  folder: string,
  { files, bad, seed, packedEvery }: MixedFolderOptions,
): void {
  const random = createRandom(seed);
  const packed = readdirSync(fixtures)
    .filter((name) => /\.(?:docx?|odt|ofd|pdf|html)$/.test(name))
    .sort();
  const texts = readdirSync(fixtures)
    .filter((name) => name.endsWith('.txt'))
    .sort();
  const isBad = chooseBad(files, bad, random);
  let [badCount, goodCount] = [0, 0];
  for (let i = 0; i < files; i += 1) {
    const place = join(folder, String(i % 7), String(i).padStart(5, '0'));
    mkdirSync(dirname(place), { recursive: true });
    if (isBad.has(i)) {
      const kind = BAD_KINDS[badCount % BAD_KINDS.length];
      badCount += 1;
      kind?.make(`${place}-${kind.ending}`);
      continue;
    }
    goodCount += 1;
    const names = goodCount % packedEvery === 0 ? packed : texts;
    const name = names[Math.floor(random() * names.length)] ?? '';
    writeGood(place, name, i);
  }
}

/** A fixture as it is, or a text with a sentence of its own; every eleventh text inside an archive. */
function writeGood(place: string, name: string, number: number): void {
  const ending = extname(name);
  if (ending !== '.txt') {
    writeFileSync(`${place}${ending}`, fixture(name));
    return;
  }
  const text = fixture(name)
    .toString()
    .slice(0, 600 + (number % 13) * 100);
  const own = `${text}\n第${String(number)}项，推动公共数据开放，培育数据要素市场。\n`;
  if (number % 11 === 0) writeFileSync(`${place}.zip`, pack({ 'inner/a.txt': own }));
  else writeFileSync(`${place}${number % 2 === 0 ? '.txt' : '.md'}`, own);
}

function chooseBad(files: number, bad: number, random: () => number): ReadonlySet<number> {
  const chosen = new Set<number>();
  while (chosen.size < Math.min(files, bad)) chosen.add(Math.floor(random() * files));
  return chosen;
}

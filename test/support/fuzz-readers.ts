// Mutates files of test/fixtures/formats and reads them, in the thread of the caller so that a defect shows as it is.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { ZhengceError } from '../../src';
import { createRandom } from '../../src/evaluate/random';
import { readContent } from '../../src/read/read-content';
import { DEFAULT_READ_LIMITS } from '../../src/read/read-limits';

const folder = join(import.meta.dirname, '../fixtures/formats');

/** The formats that have a reader of their own. */
export const FUZZED_FORMATS: readonly string[] = [
  'txt',
  'html',
  'docx',
  'odt',
  'doc',
  'ofd',
  'pdf',
  'zip',
];

/** What came of one mutated file. */
export interface FuzzOutcome {
  /** `read`, the code with which it was refused, or `defect`. */
  readonly outcome: string;
  /** Of the processor, in milliseconds. */
  readonly time: number;
  /** An error that is none of ours. */
  readonly error?: string;
}

/** Whole numbers in [0, n), the same for the same seed. */
function createDie(seed: number): Random {
  const random = createRandom(seed);
  return (n) => Math.floor(random() * n);
}

type Random = (n: number) => number;

const PIECES = [
  '<',
  '>',
  '&#x0;',
  '&lol;',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<w:p>',
  '</w:p>',
  '<w:tbl>',
  '<![CDATA[',
  ']]>',
  '9999999999',
  '-1',
  'NaN',
  '\0',
  '%1%2%9',
];

/** A file changed in one to eight places: bytes set, cut, doubled, swapped, numbers made extreme. */
function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let changed = Uint8Array.from(bytes);
  for (let times = 1 + random(8); times > 0 && changed.length > 0; times -= 1) {
    const at = random(changed.length);
    const length = 1 + random(Math.min(64, changed.length - at));
    switch (random(7)) {
      case 0:
        changed[at] = random(256);
        break;
      case 1:
        changed.fill([0, 0xff, 0x7f][random(3)]!, at, at + Math.min(length, 8));
        break;
      case 2:
        changed = Uint8Array.from(
          Buffer.concat([changed.subarray(0, at), changed.subarray(at + length)]),
        );
        break;
      case 3:
        changed = Uint8Array.from(
          Buffer.concat([changed.subarray(0, at + length), changed.subarray(at)]),
        );
        break;
      case 4:
        changed.copyWithin(at, random(changed.length), random(changed.length));
        break;
      case 5:
        changed = Uint8Array.from(
          Buffer.concat([
            changed.subarray(0, at),
            strToU8(PIECES[random(PIECES.length)]!),
            changed.subarray(at),
          ]),
        );
        break;
      default:
        if (random(4) === 0) changed = changed.slice(0, at);
    }
  }
  return changed;
}

/** Half of the time what is inside the archive is changed, so that the readers behind the archive see it. */
function mutate(bytes: Uint8Array, format: string, random: Random): Uint8Array {
  const isPacked = ['docx', 'odt', 'ofd', 'zip'].includes(format);
  if (!isPacked || random(2) === 0) return mutateBytes(bytes, random);
  const files = unzipSync(bytes);
  const names = Object.keys(files).filter((name) => /\.(?:xml|txt|docx)$/.test(name));
  const name = names[random(names.length)]!;
  files[name] = Uint8Array.from(mutateBytes(files[name]!, random));
  return zipSync(files, { level: 1, mtime: new Date('2024-03-01T00:00:00') });
}

/** A PDF with its pages, fonts and maps of characters as they are before they are packed. Its directory no longer fits, and is made anew by who reads it. */
function unpackPdf(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  const text = Buffer.from(bytes).toString('latin1');
  let from = 0;
  for (const match of text.matchAll(
    /\/Length (?:\d+ 0 R|\d+)\/Filter\/FlateDecode([^>]*>>\nstream\n)/g,
  )) {
    const begin = match.index + match[0].length;
    const end = text.indexOf('endstream', begin);
    const content = inflateSync(bytes.subarray(begin, end));
    const dictionary = `/Length ${String(content.length)}${match[1]!}`;
    parts.push(bytes.subarray(from, match.index), strToU8(dictionary), content);
    from = end;
  }
  return Uint8Array.from(Buffer.concat([...parts, bytes.subarray(from)]));
}

function loadSeeds(format: string): readonly Uint8Array[] {
  if (format === 'zip') {
    const name = '09-numbered-plan.docx';
    const inner = { [name]: new Uint8Array(readFileSync(join(folder, name))) };
    return [zipSync(inner, { level: 0 })];
  }
  // A PDF takes a hundred times as long as the others; two short ones are as good.
  const names = readdirSync(folder).filter(
    (name) => name.endsWith(`.${format}`) && (format !== 'pdf' || /^(?:09|10)/.test(name)),
  );
  const files = names.map((name) => new Uint8Array(readFileSync(join(folder, name))));
  // Beside them the same with their streams unpacked, so that changes reach what is in these.
  return format === 'pdf' ? [...files, ...files.map(unpackPdf)] : files;
}

/** Mutated files of a format, one after another without end. The same seed gives the same files. */
export function* mutateFiles(format: string, seed: number): Generator<Uint8Array, never> {
  const random = createDie(seed);
  const seeds = loadSeeds(format);
  for (;;) yield mutate(seeds[random(seeds.length)]!, format, random);
}

/** Reads a file, whatever is in it. */
export async function readMutated(bytes: Uint8Array, format: string): Promise<FuzzOutcome> {
  const began = process.cpuUsage();
  const describe = (outcome: string): FuzzOutcome => {
    const { user, system } = process.cpuUsage(began);
    return { outcome, time: (user + system) / 1000 };
  };
  try {
    await readContent(bytes, { path: `fuzz.${format}`, limits: DEFAULT_READ_LIMITS });
    return describe('read');
  } catch (error) {
    if (error instanceof ZhengceError) return describe(error.code);
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...describe('defect'), error: message };
  }
}

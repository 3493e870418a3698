// Mutates files of test/fixtures/formats and reads them, in the thread of the caller so that a defect shows as it is.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** What came of a run. */
export interface FuzzReport {
  /** How often a file was read, or refused with which code. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** The longest time for one file, in milliseconds. */
  readonly slowest: number;
  /** The largest resident set seen, in megabytes. */
  readonly heap: number;
  /** Errors that are none of ours. */
  readonly defects: readonly { readonly error: string; readonly bytes: Uint8Array }[];
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
  return names.map((name) => new Uint8Array(readFileSync(join(folder, name))));
}

/** Reads mutated files of a format. The same seed gives the same files. */
export async function fuzzReader(format: string, count: number, seed: number): Promise<FuzzReport> {
  const random = createDie(seed);
  const seeds = loadSeeds(format);
  const outcomes = new Map<string, number>();
  const defects: { error: string; bytes: Uint8Array }[] = [];
  let [slowest, heap] = [0, 0];
  for (let i = 0; i < count; i += 1) {
    const bytes = mutate(seeds[random(seeds.length)]!, format, random);
    const began = performance.now();
    const outcome = await readOnce(bytes, format, defects);
    slowest = Math.max(slowest, performance.now() - began);
    heap = Math.max(heap, Math.round(process.memoryUsage.rss() / 1e6));
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  return { outcomes, slowest, heap, defects };
}

async function readOnce(
  bytes: Uint8Array,
  format: string,
  defects: { error: string; bytes: Uint8Array }[],
): Promise<string> {
  try {
    await readContent(bytes, { path: `fuzz.${format}`, limits: DEFAULT_READ_LIMITS });
    return 'read';
  } catch (error) {
    if (error instanceof ZhengceError) return error.code;
    defects.push({
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      bytes,
    });
    return 'defect';
  }
}

/**
 * What does hostile input cost? Parse and tag of a text and of one four times as long, with the ratio of the two: near 4 where
 * the time is linear in the size. Empty and very small inputs are timed alone. test/property/hostile-linear.test.ts holds the
 * same by counting. `npm run bench hostile`
 */
import { createAnalyzer } from '../src/analyzer';
import { ZhengceError } from '../src/errors';
import { decodeText } from '../src/read';
import { builtinTaxonomy } from '../src/taxonomy';

const ROUNDS = 3;
const TIMES = 4;
const MARKERS = ['一、', '（一）', '1.', '（1）', '①'] as const;

/** A text by how many of its units it holds; the larger of the two counts is the one that is asked for. */
interface Hostile {
  readonly name: string;
  readonly count: number;
  readonly write: (count: number) => string;
}

const INPUTS: readonly Hostile[] = [
  {
    name: '10 M characters, no break',
    count: 526_316,
    write: repeat('推进公共数据资源开放共享，建设算力中心'),
  },
  { name: '10 M characters, one sentence', count: 10_000_000, write: repeat('数') },
  { name: '1 M lone surrogates', count: 1_000_000, write: repeat('\ud800') },
  { name: '1 M NUL', count: 1_000_000, write: repeat('\0') },
  { name: '4 MB binary, read as UTF-8', count: 4_000_000, write: decodeBinary },
  { name: '5,000 nested headings', count: 5000, write: nestHeadings },
  { name: '1 M blank lines', count: 1_000_000, write: repeat('\n') },
  { name: '1 M short lines', count: 1_000_000, write: repeat('数据\n') },
  { name: '100,000 lost line breaks', count: 100_000, write: repeat('建设体系完善五、加速发展') },
];

const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });

function repeat(unit: string): (count: number) => string {
  return (count) => unit.repeat(count);
}

function nestHeadings(count: number): string {
  return Array.from({ length: count }, (_, i) => `${MARKERS[i % MARKERS.length] ?? ''}标题`).join(
    '\n',
  );
}

/** Bytes of no text, the same every time. */
function createBinary(length: number): Uint8Array {
  let state = 42;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state >>> 16;
  });
}

function decodeBinary(length: number): string {
  return new TextDecoder().decode(createBinary(length));
}

/** Milliseconds of the fastest round. */
function time(action: () => void): number {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) {
    globalThis.gc?.();
    const started = performance.now();
    action();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

function timeTagging(source: string): number {
  return time(() => {
    const document = analyzer.tag(analyzer.parse(source, { id: 'd' }));
    if (document.source !== source) throw new Error('expected the source untouched');
  });
}

/** Reading such a file ends in an error that says so. */
function timeRefusal(bytes: Uint8Array): number {
  return time(() => {
    try {
      decodeText(bytes, 'notice.txt');
    } catch (error) {
      if (error instanceof ZhengceError && error.code === 'unsupported-format') return;
      throw error;
    }
    throw new Error('expected a binary file to be refused');
  });
}

function print(name: string, small: string, large: string, ratio: string): void {
  process.stdout.write(
    `${name.padEnd(32)} ${small.padStart(12)} ${large.padStart(12)} ${ratio.padStart(8)}\n`,
  );
}

timeTagging('一、总体要求\n推进公共数据资源开放共享。\n'.repeat(2000));
print('', 'n, ms', '4n, ms', '4n / n');
print('empty file', '', timeTagging('').toFixed(2), '');
print('4 MB binary named .txt, refused', '', timeRefusal(createBinary(4_000_000)).toFixed(2), '');
for (const { name, count, write } of INPUTS) {
  const small = timeTagging(write(Math.floor(count / TIMES)));
  const large = timeTagging(write(count));
  print(name, small.toFixed(1), large.toFixed(1), (large / small).toFixed(2));
}
process.stdout.write(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB\n`);

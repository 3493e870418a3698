// Reads mutated real files of every format, and reports what came of it: no reader may hang, crash, or take more memory than its bound.
// npx tsx scripts/fuzz-readers.ts [MUTATIONS a format, default 2000] [FORMAT...]
import { createHash } from 'node:crypto';
import { FUZZED_FORMATS, fuzzReader } from '../test/support/fuzz-readers';

async function main(): Promise<void> {
  const [count = '2000', ...formats] = process.argv.slice(2);
  for (const format of formats.length > 0 ? formats : FUZZED_FORMATS) {
    const { outcomes, slowest, heap, defects } = await fuzzReader(format, Number(count), 1);
    const counts = [...outcomes].sort().map(([code, times]) => `${code} ${String(times)}`);
    console.log(
      `${format.padEnd(5)} ${count} mutations: ${counts.join(', ')}; slowest ${slowest.toFixed(0)} ms; largest resident set ${String(heap)} MB`,
    );
    for (const { error, bytes } of defects) {
      const name = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
      console.log(`  DEFECT ${name}: ${error}`);
      process.exitCode = 1;
    }
  }
}

void main();

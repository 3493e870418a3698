// Does an index that changes find what a new one would? 10,000 random interleavings of add, remove, merge, save and load, 12 to 24 changes each,
// against a naive model; the long form of test/property/search-changes.test.ts. Each batch has a seed of its own, so that every run is the same;
// the first that differs is printed with its shortest form, and ends the run. ZHENGCE_BENCH_INTERLEAVINGS=1000 makes fewer.
import { checkInterleavings } from '../test/support/search-interleavings';

const COUNT = Number(process.env['ZHENGCE_BENCH_INTERLEAVINGS'] ?? 10_000);
const BATCH = 1000;

const began = process.cpuUsage();
let interleavings = 0;
let changes = 0;
while (interleavings < COUNT) {
  const checked = checkInterleavings(Math.min(BATCH, COUNT - interleavings), interleavings);
  interleavings += checked.interleavings;
  changes += checked.changes;
  const { user, system } = process.cpuUsage(began);
  console.log(
    `${interleavings} interleavings, ${changes} changes, none differs; ${((user + system) / 1e6).toFixed(0)} s of processor time`,
  );
}

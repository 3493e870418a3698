// In CI the property tests draw the same cases on every run, so that a change is judged by itself and not by the
// draw; elsewhere each run draws new ones. A failure prints its seed: `ZHENGCE_SEED=…` draws those cases again.
import fc from 'fast-check';

const ciSeed = 20211227;
const { CI, ZHENGCE_SEED } = process.env;

if (ZHENGCE_SEED) fc.configureGlobal({ seed: Number(ZHENGCE_SEED) });
else if (CI) fc.configureGlobal({ seed: ciSeed });

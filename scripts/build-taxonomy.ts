/**
 * Compiles corpus/taxonomy/*.yaml into the JSON that src/taxonomy imports. Run after every change of a plan or its lexicon:
 * `npx tsx scripts/build-taxonomy.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadTaxonomy } from '../src/taxonomy/load-taxonomy';
import { serializeTaxonomy } from '../src/taxonomy/serialize-taxonomy';

const folder = new URL('../corpus/taxonomy/', import.meta.url);

for (const fileName of ['informatization-2021-2025.yaml', 'policy-tools.yaml']) {
  const taxonomy = loadTaxonomy(readFileSync(new URL(fileName, folder), 'utf8'), { fileName });
  writeFileSync(new URL(fileName.replace(/yaml$/, 'json'), folder), serializeTaxonomy(taxonomy));
}

/**
 * Compiles corpus/taxonomy/*.yaml to JSON next to it, checked: `npx tsx scripts/build-taxonomy.ts`. Run after every change of a file there.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileTaxonomy } from './compile-taxonomy';

const folder = join(import.meta.dirname, '../corpus/taxonomy');
for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml'))) {
  const json = compileTaxonomy(readFileSync(join(folder, name), 'utf8'), name);
  writeFileSync(join(folder, name.replace(/\.yaml$/, '.json')), json);
}

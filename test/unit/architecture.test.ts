// Holds src/ against the import table of docs/architecture.md.
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkImportTable, importTable } from '../support/import-table';

const sourceFolder = join(import.meta.dirname, '../../src');

function readSources(): ReadonlyMap<string, string> {
  const files = readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.split(sep).join('/'))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(join(sourceFolder, file), 'utf8')]));
}

describe('src/', () => {
  it('keeps to the import table', () => {
    const sources = readSources();
    expect(sources.size).toBeGreaterThan(0);
    expect(checkImportTable(sources)).toEqual([]);
  });
});

describe('importTable', () => {
  it('has no cycle: nothing that a folder may import may import the folder', () => {
    const canReach = (from: string, to: string): boolean => {
      const { values = [], types = [] } = importTable[from] ?? {};
      return [...values, ...types].some((next) => next === to || canReach(next, to));
    };
    expect(Object.keys(importTable).filter((folder) => canReach(folder, folder))).toEqual([]);
  });
});

describe('checkImportTable', () => {
  const faulty: readonly (readonly [path: string, source: string, fault: RegExp])[] = [
    ['text/span.ts', `import { parse } from '../document';`, /text may not import document/],
    ['errors.ts', `import type { Span } from './text';`, /errors may not import text/],
    ['tag/score.ts', `import { x } from '../search';`, /tag may not import search/],
    ['tag/score.ts', `import { x } from '../text/normalise';`, /only text\/index\.ts/],
    ['document/parse.ts', `export { x } from '../segment';`, /document may not import segment/],
    ['report/xlsx.ts', `const m = await import('../cli');`, /report may not import cli/],
    ['report/xlsx.ts', `const m = await import(name);`, /expected a literal/],
    ['report/csv.ts', `import { run } from '../analyzer';`, /report may not import analyzer/],
    ['analyzer.ts', `import { read } from './read';`, /analyzer may not import read/],
    ['evaluate/f1.ts', `import { tag } from '../tag';`, /evaluate may not import tag/],
    ['search/a.ts', `type A = import('../align').A;`, /search may not import align/],
    ['segment/a.ts', `import { readFileSync } from 'node:fs';`, /only read\/ and cli\//],
    ['segment/a.ts', `const fs = require('node:fs');`, /only read\/ and cli\//],
    ['text/a.ts', `import x from '../../test/support/x';`, /leaves src\//],
    ['index.ts', `export * from './text';`, /names what it exports/],
    ['index.ts', `export const x = 1;`, /does nothing else/],
    ['index.ts', `export { read } from './read';`, /index may not import read/],
    ['newcomer/a.ts', ``, /no row/],
    ['tag/a.ts', `const t = Date.now();`, /clock/],
    ['tag/a.ts', `const t = new Date();`, /clock/],
    ['tag/a.ts', `const t = Math.random();`, /random/],
    ['tag/a.ts', `new Intl.Segmenter('zh');`, /ICU/],
    ['tag/a.ts', `names.sort((a, b) => a.localeCompare(b));`, /locale/],
    ['tag/a.ts', `const s = x.toLocaleLowerCase();`, /locale/],
    ['tag/a.ts', `console.log('x');`, /never logs/],
    ['tag/a.ts', `process.exit(1);`, /process/],
    ['tag/a.ts', `await fetch(url);`, /network/],
  ];

  it.each(faulty)('reports %s: %s', (path, source, fault) => {
    const faults = checkImportTable(new Map([[path, `\n${source}\n`]]));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
    expect(faults[0]).toMatch(new RegExp(`^src/${path}`));
  });

  const sound: readonly (readonly [path: string, source: string])[] = [
    ['tag/a.ts', `import { cut } from '../segment'; import { b } from './b';`],
    ['tag/deep/a.ts', `import { cut } from '../../segment'; import { b } from '../b';`],
    ['tag/a.ts', `import model from '../../corpus/model/weights.json';`],
    ['tag/a.ts', `import { z } from 'zod'; const d = new Date(0); const n = 'Date.now()';`],
    ['evaluate/f1.ts', `import type { Tag } from '../tag'; import { type C } from '../taxonomy';`],
    ['read/txt.ts', `import { readFile } from 'node:fs/promises'; const t = Date.now();`],
    ['cli/main.ts', `import { createAnalyzer } from '../analyzer'; console.log(new Date());`],
    ['cli/main.ts', `import { version } from '../../package.json';`],
    [
      'index.ts',
      `export { createAnalyzer } from './analyzer'; export type { Span } from './text';`,
    ],
  ];

  it.each(sound)('lets pass %s: %s', (path, source) => {
    expect(checkImportTable(new Map([[path, source]]))).toEqual([]);
  });
});

// Where the shared data is that some tests and benchmarks measure against. It is no part of the package.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const repositoryRoot: string = join(import.meta.dirname, '../..');

function findShared(): string | undefined {
  const folder = resolve(repositoryRoot, process.env['ZHENGCE_SHARED'] ?? '../shared');
  return existsSync(join(folder, 'data')) ? folder : undefined;
}

/** The folder of the shared data (it has a subfolder `data`), or undefined where there is none. */
export const sharedFolder: string | undefined = findShared();

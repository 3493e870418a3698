// Finds the shared data that some tests measure against. It is no part of the package: without it
// those tests skip and say so.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'vitest';

const repositoryRoot: string = join(import.meta.dirname, '../..');

function findShared(): string | undefined {
  const folder = resolve(repositoryRoot, process.env['ZHENGCE_SHARED'] ?? '../shared');
  return existsSync(join(folder, 'data')) ? folder : undefined;
}

/** The folder of the shared data (it has a subfolder `data`), or undefined where there is none. */
export const sharedFolder: string | undefined = findShared();

/**
 * Declares a suite that needs the shared data; where there is none, the suite skips and its name says
 * which variable points to it.
 */
export function describeWithShared(name: string, declare: (shared: string) => void): void {
  if (sharedFolder === undefined) {
    describe(name, () => {
      it.skip('needs the shared data: set ZHENGCE_SHARED to its folder');
    });
    return;
  }
  const folder = sharedFolder;
  describe(name, () => {
    declare(folder);
  });
}

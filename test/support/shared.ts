// Finds the shared data that some tests measure against. It is no part of the package: without it
// those tests skip and say so.
import { describe, it } from 'vitest';
import { sharedFolder } from './shared-folder';

export { sharedFolder };

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

// One process at a time writes to an output.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../../src/cli/batch/lock-output';
import { nameStorePaths, type StorePaths } from '../../../src/cli/batch/store-paths';

/** Beyond what systems give to processes. */
const NO_PROCESS = 2 ** 30;

describe('withLock', () => {
  let out = '';
  let paths: StorePaths;

  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'zhengce-lock-'));
    paths = nameStorePaths(out, 'tags.jsonl');
    mkdirSync(paths.folder);
  });

  afterEach(() => {
    rmSync(out, { recursive: true });
  });

  it.each<[string, string | undefined]>([
    ['where there is none', undefined],
    ['of a process that is no more', `${String(NO_PROCESS)} ${hostname()}`],
    ['that says nothing', ''],
  ])('takes a lock %s, and leaves nothing behind', async (_name, lock) => {
    if (lock !== undefined) writeFileSync(paths.lock, lock);
    await withLock(paths, () => {
      expect(readFileSync(paths.lock, 'utf8')).toBe(`${String(process.pid)} ${hostname()}`);
      expect(readdirSync(paths.folder)).toEqual(['tags.lock']);
      return Promise.resolve();
    });
    expect(readdirSync(out)).toEqual([]);
  });

  it.each<[string, string]>([
    ['a process that is there', `${String(process.ppid)} ${hostname()}`],
    ['another machine', `1 not-${hostname()}`],
  ])('refuses a lock of %s, and leaves it', async (_name, lock) => {
    writeFileSync(paths.lock, lock);
    const use = (): Promise<void> => Promise.reject(new Error('was let in'));
    await expect(withLock(paths, use)).rejects.toMatchObject({ code: 'write-failed' });
    expect(readFileSync(paths.lock, 'utf8')).toBe(lock);
  });

  it('lets go of no lock but its own', async () => {
    const other = `${String(process.ppid)} ${hostname()}`;
    await withLock(paths, () => {
      writeFileSync(paths.lock, other);
      return Promise.resolve();
    });
    expect(readFileSync(paths.lock, 'utf8')).toBe(other);
  });
});

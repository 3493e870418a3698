/**
 * Does a run that is interrupted again and again end with the bytes of one that is not? `npm run build && npx tsx scripts/fault-drill.ts [FILES] [BAD] [KILLS] [SEED]`
 *
 * Default 2,000 files of all formats, 100 bad ones of 20 kinds among them, 20 kills, seed 1. Then a disk that is full, and one that may not be written, on a small file system of
 * its own where this machine lets one be mounted.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  compareResults,
  killAndResume,
  mountSmall,
  readResults,
  runTag,
} from '../test/support/fault-drill';
import { BAD_KIND_COUNT, createMixedFolder } from '../test/support/mixed-folder';

const [files = 2000, bad = 100, kills = 20, seed = 1] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'zhengce-drill-'));
const input = join(folder, 'input');
const whole = join(folder, 'whole');
let faults = 0;
try {
  createMixedFolder(input, { files, bad, seed, packedEvery: 6 });
  print(`${String(files)} files, ${String(bad)} of them bad, of ${String(BAD_KIND_COUNT)} kinds`);
  const undisturbed = runTag([input, '--out', whole, '--jobs', '1', '--quiet']);
  const failures = countLines(join(whole, 'errors.jsonl'));
  check(
    'undisturbed: status 1, each bad file listed once',
    undisturbed.status === 1 && failures === bad,
  );
  await drillKills();
  drillDisk();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = faults === 0 ? 0 : 1;

async function drillKills(): Promise<void> {
  const out = join(folder, 'killed');
  const last = await killAndResume({
    input,
    out,
    kills,
    files,
    seed,
    args: ['--jobs', '2'],
    onKill: ({ done, signal, status }) => {
      print(`  stopped by ${signal ?? `status ${String(status)}`} with ${String(done)} files done`);
    },
  });
  const differing = compareResults(readResults(whole), readResults(out));
  check(
    `killed ${String(kills)} times, then to the end: ${[...readResults(out).keys()].join(', ')} are the same bytes`,
    last.status === 1 && differing.length === 0,
  );
  check('nothing is left but the manifest', readdirSync(join(out, '.zhengce')).length === 1);
}

function drillDisk(): void {
  const out = join(folder, 'disk');
  mkdirSync(out);
  const needed = statSync(join(whole, 'tags.jsonl')).size;
  const disk = mountSmall(out, Math.ceil((needed * 2) / 1024));
  if (disk === undefined) {
    print('skipped: a full and a read-only disk, since no file system may be mounted here');
    return;
  }
  try {
    disk.fill(Math.floor(needed * 1.5));
    const full = runTag([input, '--out', out, '--jobs', '2', '--quiet']);
    check(
      'a full disk: status 1, said in words, no result',
      full.status === 1 &&
        full.stderr.includes('a full disk, ENOSPC') &&
        !readdirSync(out).includes('tags.jsonl'),
    );
    disk.free();
    disk.setReadOnly(true);
    const refused = runTag([input, '--out', out, '--resume', '--quiet']);
    check(
      'a read-only disk: status 1, said in words',
      refused.status === 1 && refused.stderr.includes('a read-only file system, EROFS'),
    );
    disk.setReadOnly(false);
    const last = runTag([input, '--out', out, '--resume', '--quiet', '--jobs', '2']);
    if (last.stderr.includes('[write-failed]')) print(last.stderr);
    const differing = compareResults(readResults(whole), readResults(out));
    check('with room again, to the end: the same bytes', differing.length === 0);
  } finally {
    disk.unmount();
  }
}

function countLines(path: string): number {
  return readFileSync(path, 'utf8').split('\n').length - 1;
}

function check(what: string, holds: boolean): void {
  if (!holds) faults += 1;
  print(`${holds ? 'holds ' : 'FAULT '} ${what}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

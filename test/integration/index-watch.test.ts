/**
 * `zhengce index --watch` as a process, on a folder that changes. Waits for what the process says, never for times.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { builtinTaxonomy, createAnalyzer, loadSearchIndex, type SearchIndex } from '../../src';
import { readSnapshotFile } from '../../src/read';
import { commandPath, createFolder, runCli } from '../support/run-cli';

interface WatchProcess {
  readonly child: ChildProcess;
  /** Resolves with what was said up to the pattern, which has to come after what was waited for before. */
  readonly waitFor: (pattern: RegExp) => Promise<string>;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function startWatch(folder: string, ...args: readonly string[]): WatchProcess {
  const line = [
    'index',
    '--watch',
    '--out',
    'all.zci',
    '--settle',
    '0.2',
    '--rescan',
    '2',
    ...args,
  ];
  const child = spawn(process.execPath, [commandPath, ...line], { cwd: folder });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let [said, from] = ['', 0];
  const listeners = new Set<() => void>();
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    for (const listener of listeners) listener();
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const waitFor = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(said.slice(from));
        if (match === null) return;
        from += match.index + match[0].length;
        listeners.delete(look);
        resolve(said.slice(0, from));
      };
      listeners.add(look);
      void ended.then(() => {
        reject(new Error(`ended before ${String(pattern)}: ${said}`));
      });
      look();
    });
  return { child, waitFor, said: () => said, ended };
}

async function readIndex(folder: string): Promise<SearchIndex> {
  const { segmenter } = await createAnalyzer({ taxonomy: builtinTaxonomy });
  return loadSearchIndex(await readSnapshotFile(join(folder, 'all.zci')), { segmenter });
}

async function listIds(folder: string): Promise<readonly string[]> {
  return [...(await readIndex(folder)).documents()].map(({ id }) => id).sort();
}

/** What a search finds, with scores; which of two passages alike comes first depends on the order of the documents. */
async function listHits(folder: string): Promise<readonly string[]> {
  const { hits } = (await readIndex(folder)).search('数据要素 丁');
  return hits.map(({ passage, score }) => `${passage.id} ${String(score)}`).sort();
}

const text = (word: string): string => `第一条 推动${word}，培育数据要素市场。\n`;

describe('zhengce index --watch', () => {
  it('follows files that come, change and go, reports a bad one once, and ends whole', async () => {
    const folder = createFolder({ 'in/a.txt': text('甲'), 'in/bad.docx': 'no docx' });
    const watch = startWatch(folder, 'in');
    await watch.waitFor(/1 added, 0 changed, 0 removed: 1 passages of 1 files/);
    expect(watch.said()).toContain('bad.docx: expected a whole docx file');

    mkdirSync(join(folder, 'in/省/市'), { recursive: true });
    writeFileSync(join(folder, 'in/省/市/b.txt'), text('乙'));
    await watch.waitFor(/1 added, 0 changed, 0 removed: 2 passages of 2 files/);
    // A folder that came while it was watched is itself watched.
    writeFileSync(join(folder, 'in/省/市/c.tmp'), text('丙'));
    renameSync(join(folder, 'in/省/市/c.tmp'), join(folder, 'in/省/市/c.txt'));
    await watch.waitFor(/1 added, 0 changed, 0 removed: 3 passages of 3 files/);

    appendFileSync(join(folder, 'in/a.txt'), text('丁'));
    await watch.waitFor(/0 added, 1 changed, 0 removed: 4 passages of 3 files/);
    rmSync(join(folder, 'in/省/市/b.txt'));
    await watch.waitFor(/0 added, 0 changed, 1 removed: 3 passages of 2 files/);
    expect(await listIds(folder)).toEqual(['a', '省/市/c']);
    expect((await readIndex(folder)).search('丁').hits[0]?.document.id).toBe('a');

    // A file that another of its name displaces gets another id.
    writeFileSync(join(folder, 'in/a.md'), text('戊'));
    await watch.waitFor(
      /1 added, \d changed, 0 removed: 4 passages of 3 files|2 added, 0 changed, 0 removed: 4 passages of 3 files/,
    );
    expect(await listIds(folder)).toEqual(['a', 'a.txt', '省/市/c']);

    watch.child.kill('SIGINT');
    await watch.waitFor(/ended, 4 passages of 3 files in all\.zci\n/);
    expect(await watch.ended).toBe(0);
    expect(watch.said().match(/bad\.docx/g)).toHaveLength(1);
    const followed = await listHits(folder);
    expect(followed).toHaveLength(4);
    expect(runCli(['index', 'in', '--out', 'all.zci'], undefined, folder).status).toBe(1);
    expect(followed).toEqual(await listHits(folder));
  }, 120_000);

  it('goes on after it was killed, and picks up what changed meanwhile', async () => {
    const folder = createFolder({
      'in/a.txt': text('甲'),
      'in/b.txt': text('乙'),
      'in/c.txt': text('丙'),
      'in/d.txt': text('丁'),
    });
    const first = startWatch(folder, 'in');
    await first.waitFor(/4 added, 0 changed, 0 removed/);
    first.child.kill('SIGKILL');
    await first.ended;

    appendFileSync(join(folder, 'in/a.txt'), text('己'));
    rmSync(join(folder, 'in/b.txt'));
    // Another time, the same content: nothing to do.
    utimesSync(join(folder, 'in/c.txt'), 1, 1);
    writeFileSync(join(folder, 'in/e.txt'), text('戊'));
    const second = startWatch(folder, 'in');
    await second.waitFor(/watching for changes, 4 passages of 4 files/);
    await second.waitFor(/1 added, 1 changed, 1 removed: 5 passages of 4 files/);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(await listIds(folder)).toEqual(['a', 'c', 'd', 'e']);
  }, 120_000);

  it('keeps the documents of a folder that is not there for a while', async () => {
    const folder = createFolder({ 'in/a.txt': text('甲'), 'more/b.txt': text('乙') });
    const watch = startWatch(folder, 'in', 'more');
    await watch.waitFor(/2 added, 0 changed, 0 removed: 2 passages of 2 files/);
    renameSync(join(folder, 'more'), join(folder, 'away'));
    await watch.waitFor(/more: expected a readable file, received no file or folder of that name/);
    writeFileSync(join(folder, 'in/c.txt'), text('丙'));
    await watch.waitFor(/1 added, 0 changed, 0 removed: 3 passages of 3 files/);
    renameSync(join(folder, 'away'), join(folder, 'more'));
    appendFileSync(join(folder, 'more/b.txt'), text('己'));
    await watch.waitFor(/0 added, 1 changed, 0 removed: 4 passages of 3 files/);
    watch.child.kill('SIGINT');
    expect(await watch.ended).toBe(0);
  }, 120_000);

  it('is alone with its index, and writes again when that can be written', async () => {
    const folder = createFolder({ 'in/a.txt': text('甲'), 'out/all.zci.1.2.tmp': 'of a crash' });
    const place = ['--out', 'out/all.zci'];
    const first = startWatch(folder, 'in', ...place);
    await first.waitFor(/1 added, 0 changed, 0 removed/);
    for (const args of [['--watch'], []]) {
      const { status, stderr } = runCli(['index', 'in', ...place, ...args], undefined, folder);
      expect({ status, stderr }).toMatchObject({
        status: 1,
        stderr: expect.stringContaining(`one of process ${String(first.child.pid)}: `) as unknown,
      });
    }

    renameSync(join(folder, 'out'), join(folder, 'away'));
    writeFileSync(join(folder, 'in/b.txt'), text('乙'));
    await first.waitFor(/a folder that is not there, ENOENT; .* tried again/);
    renameSync(join(folder, 'away'), join(folder, 'out'));
    await first.waitFor(/1 added, 0 changed, 0 removed: 2 passages of 2 files/);
    first.child.kill('SIGKILL');
    await first.ended;

    const second = startWatch(folder, 'in', ...place);
    await second.waitFor(/watching for changes, 2 passages of 2 files/);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
    expect(readdirSync(join(folder, 'out'))).toEqual(['all.zci', 'all.zci.watch.json']);
  }, 120_000);

  it('leaves an index that it has not made as it is until it has read the files', async () => {
    const folder = createFolder({ 'in/a.txt': text('甲') });
    expect(runCli(['index', 'in', '--out', 'all.zci'], undefined, folder).status).toBe(0);
    const before = readFileSync(join(folder, 'all.zci'));
    const watch = startWatch(folder, 'away');
    await watch.waitFor(/away: expected a readable file, received no file or folder of that name/);
    watch.child.kill('SIGINT');
    await watch.waitFor(/ended before the files were read, all\.zci is as it was/);
    expect(await watch.ended).toBe(0);
    expect(readFileSync(join(folder, 'all.zci')).equals(before)).toBe(true);
  }, 120_000);
});

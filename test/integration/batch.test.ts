/**
 * `zhengce tag` over many files: threads, failures, copies, and going on after whatever stopped it.
 */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  compareResults,
  killAndResume,
  mountSmall,
  type Results,
  readResults,
  runTag,
} from '../support/fault-drill';
import { createMixedFolder } from '../support/mixed-folder';
import { createFolder, parseJsonLines, runCli } from '../support/run-cli';

const FILES = 45;
const BAD = 20;

const folder = join(import.meta.dirname, '../../node_modules/.cache/zhengce-batch');
/** Files of all formats, and what an undisturbed run makes of them. */
const input = join(folder, 'input');
const whole = join(folder, 'whole');
let results: Results = new Map();
/** A few texts and a bad file, likewise. */
const fewInput = join(folder, 'few-input');
const few = join(folder, 'few');
let fewResults: Results = new Map();

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  createMixedFolder(input, { files: FILES, bad: BAD, seed: 7, packedEvery: 5 });
  expect(runTag([input, '--out', whole, '--jobs', '1', '--quiet']).status).toBe(1);
  results = readResults(whole);
  createMixedFolder(fewInput, { files: 12, bad: 1, seed: 2, packedEvery: 100 });
  expect(runTag([fewInput, '--out', few, '--quiet']).status).toBe(1);
  fewResults = readResults(few);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}, 240_000);

function readList(out: string, name: string): readonly unknown[] {
  return parseJsonLines(readFileSync(join(out, name), 'utf8'));
}

/** A copy of the run over few files, to be tampered with. */
function copyRun(): string {
  const out = createFolder();
  cpSync(few, out, { recursive: true });
  return out;
}

/** The state of a run that was stopped after all files, before its result had its name. */
function copyStopped(): string {
  const out = copyRun();
  renameSync(join(out, 'tags.jsonl'), join(out, '.zhengce/tags.jsonl.data'));
  renameSync(join(out, '.zhengce/tags.jsonl.manifest'), join(out, '.zhengce/tags.jsonl.journal'));
  return out;
}

function expectWhole(out: string, expected: Results = fewResults): void {
  expect(compareResults(readResults(out), expected)).toEqual([]);
  expect(readdirSync(join(out, '.zhengce'))).toEqual(['tags.jsonl.manifest']);
}

/** Ends a thread that reads a file called so, one of them only the first time. */
const FATAL = `data:text/javascript,${encodeURIComponent(`
import { existsSync, writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';
const { readFile } = fs;
fs.readFile = (file, ...rest) => {
  const path = String(file);
  const mark = path + '.seen';
  if (!isMainThread && path.endsWith('-ever.txt')) process.exit(9);
  if (!isMainThread && path.endsWith('-once.txt') && !existsSync(mark)) {
    writeFileSync(mark, '');
    process.exit(9);
  }
  return readFile(file, ...rest);
};
syncBuiltinESMExports();`)}`;

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('zhengce tag over files of all formats', () => {
  it('lists each bad file once, with path, code and message, and tags all others', () => {
    const errors = readList(whole, 'errors.jsonl');
    expect(errors).toHaveLength(BAD);
    for (const error of errors)
      expect(error).toEqual({
        path: expect.stringContaining(input) as string,
        code: expect.stringMatching(/^[a-z-]+$/) as string,
        message: expect.stringMatching(/^expected /) as string,
      });
    expect(readList(whole, 'tags.jsonl')).toHaveLength(FILES - BAD);
  });

  it('refuses in a dry run, by first bytes, only what reading refuses', () => {
    const { stdout } = runCli(['tag', input, '--dry-run', '--quiet']);
    const rows = stdout.split('\n').map((row) => row.split('\t'));
    const refused = rows.flatMap(([word, , , path]) => (word === 'refuse' ? [path] : []));
    const failed = readList(whole, 'errors.jsonl').map((error) => (error as { path: string }).path);
    expect(refused.length).toBeGreaterThan(3);
    expect(failed).toEqual(expect.arrayContaining(refused));
  });

  it.each([
    ['jsonl', ['2', '3']],
    ['csv', ['1', '2']],
  ])(
    'writes the same %s whatever the number of threads',
    (format, jobs) => {
      const outs = jobs.map((number) => {
        const out = createFolder();
        const args = [input, '--out', out, '--format', format, '--jobs', number, '--quiet'];
        expect(runTag(args).status).toBe(1);
        return readResults(out);
      });
      const [first = results, second = results] = outs;
      expect(compareResults(first, second)).toEqual([]);
      if (format === 'jsonl') expect(compareResults(first, results)).toEqual([]);
    },
    120_000,
  );

  it('refuses a file that the heap has no room for, and goes on', () => {
    const item = '1. 推动公共数据开放。';
    const path = createFolder({ 'large.txt': `${item}\n`.repeat(50_000), 'small.txt': item });
    const out = createFolder();
    vi.stubEnv('NODE_OPTIONS', '--max-old-space-size=140');
    expect(runTag([path, '--out', out, '--quiet']).status).toBe(1);
    const message = expect.stringMatching(
      /of 50000 passages, .+--max-old-space-size=\d+/,
    ) as string;
    expect(readList(out, 'errors.jsonl')).toEqual([
      { path: join(path, 'large.txt'), code: 'input-too-large', message },
    ]);
    expect(readList(out, 'tags.jsonl')).toHaveLength(1);
  });

  it.each([
    ['09-ever.txt', 1],
    ['09-once.txt', 0],
  ])(
    'loses a file that brings down its thread twice, nothing that the thread had beside it: %s',
    (fatal, lost) => {
      const names = Array.from({ length: 20 }, (_, i) => `${String(i).padStart(2, '0')}.txt`);
      const path = createFolder({
        ...Object.fromEntries(names.map((name) => [name, `推动公共数据开放${name}。\n`])),
        [fatal]: '培育数据要素市场。',
      });
      const out = createFolder();
      vi.stubEnv('NODE_OPTIONS', `--import=${FATAL}`);
      expect(runTag([path, '--out', out, '--jobs', '2', '--quiet']).status).toBe(lost);
      const errors = lost === 0 ? [] : readList(out, 'errors.jsonl');
      expect(errors).toEqual(
        Array.from(
          { length: lost },
          () => expect.objectContaining({ path: join(path, fatal) }) as unknown,
        ),
      );
      expect(readList(out, 'tags.jsonl')).toHaveLength(names.length + 1 - lost);
    },
  );

  it('writes to standard output what it writes to a file', () => {
    const { stdout } = runCli(['tag', input, '--jobs', '2', '--quiet']);
    expect(Buffer.from(stdout).equals(results.get('tags.jsonl') ?? Buffer.of())).toBe(true);
  }, 60_000);
});

describe('zhengce tag, on copies', () => {
  it('lists files that have the text of another one, in whatever format', () => {
    const text = '一、总体要求\n推动公共数据开放，培育数据要素市场。\n';
    const path = createFolder({
      'a.txt': text,
      'b/copy.md': text.replace('\n', '\r\n\r\n'),
      'c.html': `<html><body><p>一、总体要求</p><p>推动公共数据开放，培育数据要素市场。</p></body></html>`,
      'd.txt': '',
      'e.txt': '',
      'f.txt': text.replace('推动', '促进'),
    });
    const out = createFolder();
    const { stderr } = runTag([path, '--out', out]);
    expect(stderr).toContain('2 files have no passage: their records say so');
    const sameAs = { path: join(path, 'a.txt'), id: 'a' };
    expect(readList(out, 'duplicates.jsonl')).toEqual([
      { path: join(path, 'b/copy.md'), id: 'b/copy', sameAs },
      { path: join(path, 'c.html'), id: 'c', sameAs },
    ]);
    expect(stderr).toContain('2 files have the text of another (');
    expect(runTag([path]).stderr).toContain(`${join(path, 'c.html')} = ${join(path, 'a.txt')}`);
  });

  it('leaves no list of a run before, where there is nothing to list', () => {
    const path = createFolder({ 'a.txt': '数据', 'b.txt': '数据', 'c.pdf': '' });
    const out = createFolder();
    expect(runTag([path, '--out', out]).status).toBe(1);
    expect([...readResults(out).keys()]).toEqual([
      'duplicates.jsonl',
      'errors.jsonl',
      'tags.jsonl',
    ]);
    rmSync(join(path, 'b.txt'));
    rmSync(join(path, 'c.pdf'));
    expect(runTag([path, '--out', out]).status).toBe(0);
    expect([...readResults(out).keys()]).toEqual(['tags.jsonl']);
  });
});

describe('zhengce tag --resume', () => {
  it('ends with the bytes of an undisturbed run, killed again and again', async () => {
    const out = createFolder();
    const progress: number[] = [];
    const last = await killAndResume({
      input,
      out,
      kills: 3,
      files: FILES,
      seed: 3,
      args: ['--jobs', '2'],
      // On a busy machine a run may end before the signal comes: then its journal is gone.
      onKill: ({ done, status }) => {
        if (status === null || status === 130) progress.push(done);
      },
    });
    expect(last.status).toBe(1);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expectWhole(out, results);
  }, 120_000);

  it('does nothing where nothing has changed, and says so', () => {
    const out = copyRun();
    const { status, stderr } = runTag([fewInput, '--out', out, '--resume']);
    expect(status).toBe(1);
    expect(stderr).toContain('12 done before and unchanged');
    expectWhole(out);
  });

  it('does again what has changed, and only that', () => {
    const path = createFolder({
      'a.txt': '推动公共数据开放。',
      'b.txt': '建设算力网络。',
      'c.txt': '培育数据要素市场。',
    });
    const out = createFolder();
    expect(runTag([path, '--out', out]).status).toBe(0);
    writeFileSync(join(path, 'b.txt'), '建设智算中心。');
    writeFileSync(join(path, 'aa.txt'), '发展数字乡村。');
    rmSync(join(path, 'c.txt'));
    const { stderr } = runTag([path, '--out', out, '--resume']);
    expect(stderr).toContain('3 files in');
    expect(stderr).toContain('1 done before and unchanged');
    const fresh = createFolder();
    runTag([path, '--out', fresh]);
    expect(compareResults(readResults(out), readResults(fresh))).toEqual([]);
    expect(readFileSync(join(out, '.zhengce/tags.jsonl.manifest'))).toEqual(
      readFileSync(join(fresh, '.zhengce/tags.jsonl.manifest')),
    );
  });

  it.each<[string, () => string]>([
    ['all files done, the result without its name', copyStopped],
    [
      'the result renamed, its manifest not',
      () => {
        const out = copyRun();
        renameSync(
          join(out, '.zhengce/tags.jsonl.manifest'),
          join(out, '.zhengce/tags.jsonl.journal'),
        );
        return out;
      },
    ],
    [
      'a journal cut off in a line',
      () => {
        const out = copyStopped();
        truncateSync(join(out, '.zhengce/tags.jsonl.journal'), 5_000);
        return out;
      },
    ],
    [
      'data cut off in a record',
      () => {
        const out = copyStopped();
        truncateSync(join(out, '.zhengce/tags.jsonl.data'), 20_000);
        return out;
      },
    ],
    [
      'data with a record half-written after the last',
      () => {
        const out = copyStopped();
        truncateSync(join(out, '.zhengce/tags.jsonl.journal'), 5_000);
        appendFileSync(join(out, '.zhengce/tags.jsonl.data'), '{"id":"hal');
        return out;
      },
    ],
    [
      'a byte of the data turned over',
      () => {
        const out = copyStopped();
        const path = join(out, '.zhengce/tags.jsonl.data');
        const bytes = readFileSync(path);
        bytes[30_000] = (bytes[30_000] ?? 0) ^ 1;
        writeFileSync(path, bytes);
        return out;
      },
    ],
    [
      'a journal that is none',
      () => {
        const out = copyStopped();
        writeFileSync(join(out, '.zhengce/tags.jsonl.journal'), 'no journal\n');
        return out;
      },
    ],
    [
      'a finished result that somebody has edited',
      () => {
        const out = copyRun();
        appendFileSync(join(out, 'tags.jsonl'), '{}\n');
        return out;
      },
    ],
    [
      'a finished result that is gone',
      () => {
        const out = copyRun();
        rmSync(join(out, 'tags.jsonl'));
        return out;
      },
    ],
  ])(
    'ends with the same bytes after %s',
    (_name, prepare) => {
      const out = prepare();
      expect(runTag([fewInput, '--out', out, '--resume', '--quiet']).status).toBe(1);
      expectWhole(out);
    },
    60_000,
  );

  it('begins anew, and says so, where the plan is another one', () => {
    const path = createFolder({ 'a.txt': '推动公共数据开放，培育数据要素市场。' });
    const out = createFolder();
    runTag([path, '--out', out]);
    const plan = 'corpus/taxonomy/informatization-2021-2025.yaml';
    const own = join(createFolder({ 'p.yaml': edit(readFileSync(plan, 'utf8')) }), 'p.yaml');
    const { stderr } = runTag([path, '--out', out, '--resume', '--taxonomy', own]);
    expect(stderr).toContain('made by another version, plan or format: begun anew');
    const fresh = createFolder();
    runTag([path, '--out', fresh, '--taxonomy', own]);
    expect(compareResults(readResults(out), readResults(fresh))).toEqual([]);
  });

  it('says what stopping it has kept, and that it begins anew without --resume', async () => {
    const out = createFolder();
    let said = '';
    await killAndResume({
      input: fewInput,
      out,
      kills: 3,
      files: 4,
      seed: 1,
      args: [],
      onKill: ({ status, stderr }) => {
        if (status === 130) said = stderr;
      },
    });
    expect(said).toMatch(
      /interrupted\nzhengce: \d+ of 12 files are done and kept: go on with --resume\n$/,
    );
    const anew = copyStopped();
    expect(runTag([fewInput, '--out', anew]).stderr).toContain('an unfinished run is begun anew');
    expectWhole(anew);
  }, 60_000);

  it('keeps away from a folder that another run writes to, in whatever format, and takes over from one that is gone', () => {
    const out = copyStopped();
    const lock = join(out, '.zhengce/tags.lock');
    for (const [holder, format, message] of [
      [`${String(process.pid)} ${hostname()}`, 'jsonl', `process ${String(process.pid)}: wait`],
      [`${String(process.pid)} ${hostname()}`, 'xlsx', `process ${String(process.pid)}: wait`],
      ['12 other.example', 'csv', 'process 12 of another machine, other.example: wait for it, or'],
    ] as const) {
      writeFileSync(lock, holder);
      const refused = runTag([fewInput, '--out', out, '--format', format]);
      expect(refused.status).toBe(1);
      expect(refused.stderr).toContain(message);
    }
    expect(existsSync(join(out, '.zhengce/tags.jsonl.data'))).toBe(true);
    writeFileSync(lock, `999999999 ${hostname()}`);
    expect(runTag([fewInput, '--out', out, '--resume']).status).toBe(1);
    expectWhole(out);
  }, 60_000);

  it.each<[string, readonly string[], RegExp]>([
    ['--resume without a folder', ['a.txt', '--resume'], /--out DIR with --resume/],
    [
      '--resume for a workbook',
      ['a.txt', '--resume', '--out', 'x', '--format', 'xlsx'],
      /jsonl or csv with --resume/,
    ],
    ['no threads', ['a.txt', '--jobs', '0'], /a number from 1 to 256/],
    ['--jobs with --passages', ['--passages', '-', '--jobs', '2'], /--jobs/],
    ['--resume with --passages', ['--passages', '-', '--resume'], /--resume/],
  ])('refuses %s', (_name, args, message) => {
    const { status, stderr } = runTag(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});

const canMount = ((): boolean => {
  const place = join(import.meta.dirname, '../../node_modules/.cache/zhengce-mount');
  mkdirSync(place, { recursive: true });
  const disk = mountSmall(place, 64);
  disk?.unmount();
  rmSync(place, { recursive: true, force: true });
  return disk !== undefined;
})();

describe('zhengce tag on a small disk', () => {
  it.skipIf(!canMount)(
    'goes on with --resume where it was full, and where it was read-only',
    () => {
      const out = createFolder();
      const needed = fewResults.get('tags.jsonl')?.length ?? 0;
      const disk = mountSmall(out, Math.ceil((needed * 2) / 1024));
      try {
        disk?.fill(Math.floor(needed * 1.5));
        const full = runTag([fewInput, '--out', out, '--quiet']);
        expect(full.status).toBe(1);
        expect(full.stderr).toContain('a full disk, ENOSPC');
        expect(existsSync(join(out, 'tags.jsonl'))).toBe(false);
        disk?.free();
        disk?.setReadOnly(true);
        const refused = runTag([fewInput, '--out', out, '--resume', '--quiet']);
        expect(refused.status).toBe(1);
        expect(refused.stderr).toContain('a read-only file system, EROFS');
        disk?.setReadOnly(false);
        expect(runTag([fewInput, '--out', out, '--resume', '--quiet']).status).toBe(1);
        expectWhole(out);
      } finally {
        disk?.unmount();
      }
    },
    120_000,
  );
});

/** The plan under another version, so that it is another one. */
function edit(plan: string): string {
  return plan.replace(/^version: .*$/m, 'version: "9.9.9"');
}

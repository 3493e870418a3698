/** `zhengce align` and `zhengce report`, driven as processes on real files. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import {
  alignmentRecordSchema,
  alignmentReportSchema,
  collectionRecordSchema,
} from '../../src/report';
import { CITY_TEXT, FARM_TEXT, PLAN_TEXT } from '../support/align-documents';
import {
  commandPath,
  createFolder,
  parseJsonLines,
  repositoryRoot,
  runCli,
} from '../support/run-cli';
import { describeWithShared } from '../support/shared';

const FILES = {
  'in/city.txt': CITY_TEXT,
  'in/farm.txt': FARM_TEXT,
  'in/plan.txt': PLAN_TEXT,
};

describe('zhengce align', () => {
  it('writes records, tables, a workbook and a summary, and leaves the plan and its copies out', async () => {
    const folder = createFolder({ ...FILES, 'in/copy.txt': PLAN_TEXT });
    const out = join(folder, 'out');
    const args = ['align', join(folder, 'in'), '--plan', join(folder, 'in/plan.txt'), '--out', out];
    const { status, stdout, stderr } = runCli(args);
    expect(stderr).toMatch(
      /warning: .*plan.txt: the text given as the plan's speaks of \d+ of the 20 tasks/,
    );
    expect(stderr).toMatch(
      /2 documents aligned in .*, 0 failed, 2 files with the plan's text left out/,
    );
    expect([status, stdout]).toEqual([0, '']);
    expect(readdirSync(out).sort()).toEqual([
      'alignment.xlsx',
      'alignments.jsonl',
      'collection.json',
      'concepts.csv',
      'correspondences.csv',
      'documents.csv',
      'indicators.csv',
      'missing.csv',
      'plan.csv',
      'reuse.csv',
      'shared.csv',
      'summary.md',
      'tasks.csv',
    ]);
    const read = (name: string): string => readFileSync(join(out, name), 'utf8');
    const records = parseJsonLines(read('alignments.jsonl')).map((line) =>
      alignmentRecordSchema.parse(line),
    );
    expect(records.map(({ id }) => id)).toEqual(['city', 'farm']);
    expect(collectionRecordSchema.parse(JSON.parse(read('collection.json'))).plan?.id).toBe('plan');
    const workbook = await readXlsx(readFileSync(join(out, 'alignment.xlsx')));
    expect(workbook.sheets.map(({ name }) => name)).toContain('tasks');
    expect(runCli(args).status).toBe(0);
  });

  it('prints a summary, or JSON by its schema', () => {
    const folder = createFolder(FILES);
    const input = join(folder, 'in');
    expect(runCli(['align', input, '--quiet']).stdout).toContain('| document | convergence |');
    const { stdout, stderr, status } = runCli(['align', input, '--json', '--quiet']);
    expect([status, stderr]).toEqual([0, '']);
    const report = alignmentReportSchema.parse(JSON.parse(stdout));
    expect(report.documents).toHaveLength(3);
    expect(report.collection.plan).toBeNull();
  });

  it('lists what failed, and aligns the rest', () => {
    const folder = createFolder({
      'in/city.txt': CITY_TEXT,
      'in/bad.txt': new Uint8Array([0, 1, 2, 255]),
    });
    const { status, stdout, stderr } = runCli(['align', join(folder, 'in'), '--json']);
    expect(status).toBe(1);
    expect(stderr).toContain('bad.txt');
    expect(alignmentReportSchema.parse(JSON.parse(stdout)).documents).toHaveLength(1);
  });

  it.each([
    [[], 2],
    [['no-such-folder'], 1],
    [['corpus/documents', '--plan', 'no-such-plan.txt'], 1],
    [['corpus/documents', '--out', ''], 2],
    [['corpus/documents', '--taxonomy', 'no-such.yaml'], 2],
  ] as const)('ends %j with status %i', (args, expected) => {
    const { status, stdout, stderr } = runCli(['align', ...args]);
    expect([status, stdout]).toEqual([expected, '']);
    expect(stderr).not.toBe('');
  });
});

describe('zhengce report', () => {
  it('makes a page of a folder, the same twice', () => {
    const folder = createFolder(FILES);
    const out = join(folder, 'out');
    runCli(['align', join(folder, 'in'), '--plan', join(folder, 'in/plan.txt'), '--out', out]);
    const pages = ['a.html', 'b.html'].map((name) => {
      const page = join(folder, name);
      expect(runCli(['report', out, '--out', page]).status).toBe(0);
      return readFileSync(page, 'utf8');
    });
    expect(pages[0]).toContain('<!doctype html>');
    expect(pages[0]).toBe(pages[1]);
  });

  it('refuses a folder that holds no whole result of this version, and says what to do', () => {
    const folder = createFolder(FILES);
    const [out, page] = [join(folder, 'out'), join(folder, 'page.html')];
    expect(runCli(['report', folder, '--out', page])).toMatchObject({ status: 1, stdout: '' });
    runCli(['align', join(folder, 'in'), '--out', out, '--quiet']);
    const path = join(out, 'collection.json');
    const collection = JSON.parse(readFileSync(path, 'utf8')) as { ranking: unknown[] };
    const refusal = (change: object): string => {
      writeFileSync(path, JSON.stringify({ ...collection, ...change }));
      const { status, stderr } = runCli(['report', out, '--out', page]);
      expect(status).toBe(1);
      return stderr;
    };
    expect(refusal({ reference: undefined })).toMatch(
      /of this version.* at reference \(.*collection\.json\); align anew: `zhengce align.*\[invalid-input\]/,
    );
    expect(refusal({ ranking: [...collection.ranking, { id: 'lost', convergence: 0.5 }] })).toMatch(
      /no record of lost \(.*alignments\.jsonl\); align anew/,
    );
    expect(existsSync(page)).toBe(false);
    expect(runCli(['report', out]).status).toBe(2);
  });
});

describeWithShared('zhengce align on the work reports and the documents of Shandong', (shared) => {
  it('aligns all of them with the 13th plan in one run, and the report is well below 5 MB', () => {
    const folder = createFolder();
    const policies = join(shared, 'data/policies');
    const files = readdirSync(policies)
      .filter((name) => /^(?:gw|ct|sd)-/.test(name))
      .map((name) => join(policies, name));
    expect(files).toHaveLength(224);
    const out = join(folder, 'out');
    const args = ['align', ...files, '--plan', join(policies, 'pl-005.txt'), '--out', out];
    const { status, stderr } = spawnSync(process.execPath, [commandPath, ...args, '--quiet'], {
      encoding: 'utf8',
      cwd: repositoryRoot,
    });
    expect([status, stderr]).toEqual([0, '']);
    const page = join(folder, 'report.html');
    expect(runCli(['report', out, '--out', page]).status).toBe(0);
    expect(statSync(page).size).toBeLessThan(3_000_000);
  }, 600_000);
});

// The classifiers of natural as baselines: trained on the words of labelled passages of other documents.
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Analyzer } from '../../src/analyzer';

/** A labelled passage. */
export interface BaselineRow {
  readonly id: string;
  readonly text: string;
  readonly codes: readonly string[];
  /** Of its document. */
  readonly fold: number;
}

/** What a baseline says of a passage. */
export interface BaselinePrediction {
  readonly codes: readonly string[];
  /** The best code, given or not. */
  readonly best: string | null;
}

/** Natural's classifiers take long; one that takes longer than this is given up. */
const MINUTES = Number(process.env['ZHENGCE_BENCH_MINUTES'] ?? 30);

/** The predictions of a classifier of natural for every row, by id, trained without the row's fold; undefined where it takes too long. */
export function predictByNatural(
  script: 'natural-bayes.cjs' | 'natural-logistic.cjs',
  analyzer: Analyzer,
  rows: readonly BaselineRow[],
  foldCount: number,
): ReadonlyMap<string, BaselinePrediction> | undefined {
  const words = rows.map((row) => ({ ...row, tokens: listWords(analyzer, row.text) }));
  const folds = Array.from({ length: foldCount }, (_, fold) => ({
    train: words.filter((row) => row.fold !== fold),
    test: words.filter((row) => row.fold === fold),
  }));
  const output = runScript(join(import.meta.dirname, '..', script), JSON.stringify({ folds }));
  if (output === undefined) return undefined;
  const predicted = JSON.parse(output.trimEnd().split('\n').at(-1) ?? '[]') as readonly (readonly [
    string,
    readonly string[],
    string | null,
  ])[];
  return new Map(predicted.map(([id, codes, best]) => [id, { codes, best }]));
}

function runScript(path: string, input: string): string | undefined {
  try {
    return execFileSync(process.execPath, [path], {
      // An empty folder, since natural reads the .env of the one it is in.
      cwd: mkdtempSync(join(tmpdir(), 'natural-')),
      input,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      timeout: MINUTES * 60_000,
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ETIMEDOUT') return undefined;
    throw error;
  }
}

function listWords(analyzer: Analyzer, text: string): readonly string[] {
  return analyzer
    .segment(text)
    .map((token) => token.text)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

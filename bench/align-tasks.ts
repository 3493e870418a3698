/**
 * How often is the status of a task right? By entries of the ledgers of work reports and Shandong documents against the 13th plan, drawn at random from each status and judged by one reader who did not see it
 * (corpus/alignment/task-labels.jsonl: the statuses that the reader would have given, no text). Rules are chosen on entries of one half of the documents, and judged on entries of the other, with intervals over
 * documents; `weighted` is by how many entries of the half have the status. `npm run bench align-tasks`
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TaskStatus } from '../src/align';
import { bootstrapInterval } from '../src/evaluate';
import { sharedFolder } from '../test/support/shared';
import {
  alignTaskDocuments,
  type DrawnEntry,
  findHalf,
  type TaskHalf,
} from './support/task-documents';

interface TaskLabel {
  readonly doc: string;
  readonly code: string;
  readonly right: readonly TaskStatus[];
  readonly part: TaskHalf;
}

interface JudgedEntry {
  readonly documentId: string;
  readonly told: TaskStatus;
  readonly isRight: boolean;
}

const STATUSES: readonly TaskStatus[] = [
  'absent',
  'mentioned',
  'restated',
  'localised',
  'extended',
];

async function report(shared: string): Promise<void> {
  const path = join(import.meta.dirname, '../corpus/alignment/task-labels.jsonl');
  const labels = readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as TaskLabel);
  print(
    '| part | status told | entries of the half | judged | right (95 %) |\n|---|---|---|---|---|',
  );
  for (const part of ['chosen', 'judged'] as const) {
    const entries = await alignTaskDocuments(shared, part);
    reportPart(
      part,
      entries,
      judge(
        entries,
        labels.filter((label) => label.part === part),
      ),
    );
  }
}

function judge(
  entries: readonly DrawnEntry[],
  labels: readonly TaskLabel[],
): readonly JudgedEntry[] {
  return labels.map(({ doc, code, right, part }) => {
    const found = entries.find(({ document, entry }) => document.id === doc && entry.code === code);
    if (found === undefined || findHalf(doc) !== part) throw new Error(`no entry ${doc} ${code}`);
    const told = found.entry.status;
    return { documentId: doc, told, isRight: right.includes(told) };
  });
}

function reportPart(
  part: TaskHalf,
  entries: readonly DrawnEntry[],
  judged: readonly JudgedEntry[],
): void {
  const count = (status: TaskStatus): number =>
    entries.filter(({ entry }) => entry.status === status).length;
  for (const status of STATUSES) {
    const own = judged.filter(({ told }) => told === status);
    if (own.length > 0)
      print(
        `| ${part} | ${status} | ${String(count(status))} | ${String(own.length)} | ${String(countRight(own))} |`,
      );
  }
  const share = countRight(judged) / judged.length;
  const interval = bootstrapInterval(judged, (drawn) => countRight(drawn) / drawn.length);
  print(
    `| ${part} | all |  | ${String(judged.length)} | ${String(countRight(judged))}: ${describe(share, interval)} |`,
  );
  const weigh = (some: readonly JudgedEntry[]): number => weighByStatus(some, count);
  print(
    `| ${part} | weighted |  |  | ${describe(weigh(judged), bootstrapInterval(judged, weigh))} |`,
  );
}

/** The share of right ones by status, each weighing as many as it has; of those statuses that are drawn at all. */
function weighByStatus(
  judged: readonly JudgedEntry[],
  count: (status: TaskStatus) => number,
): number {
  let [right, all] = [0, 0];
  for (const status of STATUSES) {
    const own = judged.filter(({ told }) => told === status);
    if (own.length === 0) continue;
    right += (countRight(own) / own.length) * count(status);
    all += count(status);
  }
  return right / all;
}

function countRight(judged: readonly JudgedEntry[]): number {
  return judged.filter(({ isRight }) => isRight).length;
}

function describe(
  share: number,
  interval: { readonly low: number; readonly high: number } | null,
): string {
  if (interval === null) return share.toFixed(2);
  return `${share.toFixed(2)} (${interval.low.toFixed(2)}–${interval.high.toFixed(2)})`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (sharedFolder === undefined)
  print('align-tasks: needs the shared data, set ZHENGCE_SHARED to its folder');
else await report(sharedFolder);

/**
 * Draws entries of the task ledger for a person to judge: `npx tsx scripts/sample-tasks.ts --half chosen|judged [--seed 7] [--count 10]` aligns the work reports and Shandong documents of one half with the 13th plan, draws so
 * many entries of each status, and prints them in an order that hides it: the passages tagged with the task, words of the tag's evidence in brackets. The half of a document is by its id. A line of labels stands for
 * each at the end, to be completed: corpus/alignment/task-labels.jsonl, which `npm run bench align-tasks` measures by.
 */
import { parseArgs } from 'node:util';
import {
  alignTaskDocuments,
  type DrawnEntry,
  type TaskHalf,
} from '../bench/support/task-documents';
import { createRandom } from '../src/evaluate/random';
import { sharedFolder } from '../test/support/shared-folder';

const STATUSES = ['mentioned', 'restated', 'localised', 'extended'] as const;
/** Passages of an entry that are printed. */
const MAX_PASSAGES = 8;

if (sharedFolder === undefined) print('sample-tasks: needs the shared data');
else await sample(sharedFolder);

async function sample(shared: string): Promise<void> {
  const { values } = parseArgs({
    options: {
      half: { type: 'string', default: 'chosen' },
      seed: { type: 'string', default: '7' },
      count: { type: 'string', default: '10' },
    },
  });
  const entries = await alignTaskDocuments(shared, values.half as TaskHalf);
  const random = createRandom(Number(values.seed));
  const drawn = STATUSES.flatMap((status) => {
    const pool = entries.filter(({ entry }) => entry.status === status);
    return shuffle(pool, random).slice(0, Number(values.count));
  });
  const hidden = shuffle(drawn, random);
  hidden.forEach(printEntry);
  print('');
  for (const { document, entry } of hidden)
    print(JSON.stringify({ doc: document.id, code: entry.code, right: [], part: values.half }));
}

function shuffle<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function printEntry({ document, entry, label }: DrawnEntry, at: number): void {
  const tagged = document.passages
    .map((passage) => ({ passage, tag: passage.tags.find(({ code }) => code === entry.code) }))
    .flatMap(({ passage, tag }) => (tag === undefined ? [] : [{ passage, tag }]))
    .sort((a, b) => b.tag.score - a.tag.score);
  print(
    `\n# ${String(at + 1)} ${document.id} ${document.title ?? ''} | ${entry.code} ${label} | ${String(tagged.length)} passages`,
  );
  for (const { passage, tag } of tagged.slice(0, MAX_PASSAGES)) {
    print(`- ${tag.score.toFixed(2)} ${passage.headingPath.slice(-2).join(' > ').slice(0, 80)}`);
    const { start, end } = passage.span;
    const marks = tag.evidence
      .filter(({ field, weight }) => field === 'text' && weight > 0)
      .filter((span) => span.start >= start && span.end <= end);
    print(`  ${markWords(document.source, { start, end }, marks)}`);
  }
}

function markWords(
  source: string,
  { start, end }: { readonly start: number; readonly end: number },
  marks: readonly { readonly start: number; readonly end: number }[],
): string {
  let text = '';
  for (let at = start; at < end; at += 1) {
    text += '['.repeat(marks.filter((mark) => mark.start === at).length);
    text += source.charAt(at).replace(/\s/, ' ');
    text += ']'.repeat(marks.filter((mark) => mark.end === at + 1).length);
  }
  return text;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

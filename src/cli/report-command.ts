/**
 * `zhengce report`: a page of what `zhengce align` wrote.
 *
 * @module
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import type * as z from 'zod';
import { describeReadFault, ZhengceError } from '../errors';
import {
  type AlignmentReport,
  alignmentRecordSchema,
  collectionRecordSchema,
  formatAlignmentHtml,
} from '../report';
import { withOutput } from './output';

const HELP = `
DIR is what \`zhengce align PATH... --out DIR\` of the same version wrote. The page is one file that needs nothing else:
it opens from disk, prints, runs no script, and is in Chinese with a switch to English.

Example:
  zhengce align policies/ --plan plan.txt --out results
  zhengce report results --out report.html

Exit status: 0 done; 1 the folder is no such result, or the page could not be written; 2 wrong usage.`;

/** Adds the command `report` to the program. */
export function addReportCommand(program: Command): void {
  program
    .command('report')
    .description('make one HTML page of an alignment')
    .argument('<DIR>', 'the folder that `zhengce align --out` wrote')
    .requiredOption('--out <FILE>', 'the page to write: report.html')
    .addHelpText('after', HELP)
    .action(async (folder: string, { out }: { readonly out: string }) => {
      const page = await formatAlignmentHtml(await readReport(folder));
      await withOutput(out, (output) => output.write(page));
    });
}

async function readReport(folder: string): Promise<AlignmentReport> {
  const collectionPath = join(folder, 'collection.json');
  const documentsPath = join(folder, 'alignments.jsonl');
  const collection = check(collectionRecordSchema, await readText(collectionPath), collectionPath);
  const lines = (await readText(documentsPath)).split('\n').filter((line) => line !== '');
  const documents = lines.map((line, i) =>
    check(alignmentRecordSchema, line, `${documentsPath}:${String(i + 1)}`),
  );
  checkWhole(collection, documents, documentsPath);
  return { collection, documents };
}

/** A line a document: a file that was cut between two lines would else look whole. */
function checkWhole(
  { ranking }: AlignmentReport['collection'],
  documents: AlignmentReport['documents'],
  place: string,
): void {
  const known = new Set(documents.map(({ id }) => id));
  const missing = ranking.find(({ id }) => !known.has(id));
  if (missing !== undefined) throw refuse(`no record of ${missing.id}`, place);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const message = `report: expected a folder that \`zhengce align PATH... --out DIR\` wrote, received ${describeReadFault(cause)} (${path})`;
    throw new ZhengceError('read-failed', message, { cause });
  }
}

function check<T>(schema: z.ZodType<T>, text: string, place: string): T {
  const result = schema.safeParse(parseJson(text, place));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.map(String).join('.') ?? '';
  throw refuse(`${issue?.message ?? 'another form'} at ${where === '' ? 'the top' : where}`, place);
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse('something that is no JSON', place);
  }
}

function refuse(received: string, place: string): ZhengceError {
  const expected = 'what `zhengce align` of this version writes';
  const message = `report: expected ${expected}, received ${received} (${place}); align anew: \`zhengce align PATH... --out DIR\``;
  return new ZhengceError('invalid-input', message);
}

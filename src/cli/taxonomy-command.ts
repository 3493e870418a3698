/**
 * `zhengce taxonomy`: checks, shows, converts and derives taxonomies.
 *
 * @module
 */
import type { Command } from 'commander';
import { parseDocument } from '../document';
import { describeReceived, ZhengceError } from '../errors';
import { deriveTaxonomy } from '../extract';
import { readPolicyFile } from '../read';
import { createJiebaSegmenter } from '../segment';
import {
  builtinTaxonomy,
  type Concept,
  getConcept,
  listAssignableConcepts,
  serializeTaxonomy,
  type Taxonomy,
  taxonomyToSkos,
} from '../taxonomy';
import { withOutput } from './output';
import { readTaxonomyFile } from './taxonomy-file';
import { formatConcept, formatTaxonomyTree } from './taxonomy-outline';
import { printTaxonomyProblems } from './taxonomy-problems';
import { formatTaxonomyYaml } from './taxonomy-yaml';

interface ShowFlags {
  readonly concept?: string;
  readonly json?: true;
  readonly format?: string;
  readonly out?: string;
}

interface DeriveFlags {
  readonly out?: string;
  readonly level?: string;
  readonly id?: string;
}

const FORMATS = ['yaml', 'json', 'ttl'] as const;

const HELP = `
A taxonomy is a plan as data: concepts with notations, labels, relations and terms. Files are
YAML, JSON, or SKOS in Turtle (.ttl), which thesaurus editors read and write.

Examples:
  zhengce taxonomy validate plan.yaml               problems with line and column, or one line
  zhengce taxonomy show                             the built-in plan as a tree
  zhengce taxonomy show --concept T1                all of one concept
  zhengce taxonomy show plan.ttl --format yaml      another format
  zhengce taxonomy derive plan.txt --out plan.yaml  a first taxonomy of a plan, to be edited

Exit status: 0 done; 1 invalid, or a file that cannot be read or written; 2 wrong usage.`;

/** Adds the command `taxonomy` with its three forms to the program. */
export function addTaxonomyCommand(program: Command): void {
  const command = program
    .command('taxonomy')
    .description('check, show, convert or derive a taxonomy')
    .addHelpText('after', HELP);
  command
    .command('validate')
    .description('list the problems of a taxonomy file')
    .argument('<FILE>', 'a taxonomy in YAML, JSON or Turtle')
    .action(async (file: string) => {
      process.exitCode = await validateFile(file);
    });
  command
    .command('show')
    .description('show a taxonomy as a tree, or write it in another format')
    .argument('[FILE]', 'a taxonomy in YAML, JSON or Turtle (default: the built-in plan)')
    .option('--concept <CODE>', 'all of one concept, by notation or id')
    .option('--json', 'the taxonomy, or the concept, as JSON')
    .option('--format <FORMAT>', `write it as ${FORMATS.join(', ')}`)
    .option('--out <FILE>', 'write to a file instead of to standard output')
    .action(showTaxonomy);
  command
    .command('derive')
    .description("make a first taxonomy of a plan's text")
    .argument('<PLAN>', 'the plan, in any format that zhengce tag reads')
    .option('--out <FILE>', 'write to a file instead of to standard output')
    .option('--level <N>', 'depth of the headings that become concepts (default: by their number)')
    .option('--id <ID>', 'id of the taxonomy (default: plan)')
    .action(derivePlan);
}

async function validateFile(file: string): Promise<number> {
  try {
    const taxonomy = await readTaxonomyFile(file, { command: 'taxonomy', argument: 'FILE' });
    process.stdout.write(`${file}: ${summarize(taxonomy)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof ZhengceError) || error.code !== 'invalid-taxonomy') throw error;
    printTaxonomyProblems(file, error);
    return 1;
  }
}

function summarize(taxonomy: Taxonomy): string {
  const { title, version, schemes, concepts } = taxonomy;
  const terms = concepts.reduce((sum, { lexicon }) => sum + lexicon.length, 0);
  const assignable = listAssignableConcepts(taxonomy).length;
  return `valid: ${title}, version ${version}; ${schemes.length} schemes, ${concepts.length} concepts (${assignable} assignable), ${terms} terms`;
}

async function showTaxonomy(file: string | undefined, flags: ShowFlags): Promise<void> {
  assertShowFlags(flags);
  const taxonomy =
    file === undefined
      ? builtinTaxonomy
      : await readTaxonomyFile(file, { command: 'taxonomy', argument: 'FILE' });
  const text = await formatShown(taxonomy, flags);
  await withOutput(flags.out, (output) => output.write(text));
}

function assertShowFlags({ concept, json, format, out }: ShowFlags): void {
  if (out === '') throw usage('expected a file, received "" (--out)');
  if (format === undefined) return;
  if (!FORMATS.some((one) => one === format)) {
    throw usage(`expected ${FORMATS.join(', ')}, received ${describeReceived(format)} (--format)`);
  }
  if (json === true) throw usage('expected --json or --format, received both (--json)');
  if (concept !== undefined) {
    throw usage('expected --concept or --format, received both (--concept)');
  }
}

async function formatShown(
  taxonomy: Taxonomy,
  { concept: code, json, format }: ShowFlags,
): Promise<string> {
  if (code !== undefined) {
    const concept = findConcept(taxonomy, code);
    return json === true ? formatJson(concept) : formatConcept(concept, taxonomy);
  }
  if (json === true) return formatJson(taxonomy);
  if (format === 'yaml') return formatTaxonomyYaml(taxonomy);
  if (format === 'json') return serializeTaxonomy(taxonomy);
  return format === 'ttl' ? taxonomyToSkos(taxonomy) : formatTaxonomyTree(taxonomy);
}

function formatJson(value: Concept | Taxonomy): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function findConcept(taxonomy: Taxonomy, code: string): Concept {
  const concept = getConcept(taxonomy, code);
  if (concept !== undefined) return concept;
  throw usage(
    `expected a notation or id of ${taxonomy.id}, received ${describeReceived(code)} (--concept)`,
  );
}

async function derivePlan(path: string, flags: DeriveFlags): Promise<void> {
  if (flags.out === '') throw usage('expected a file, received "" (--out)');
  const { text } = await readPolicyFile(path);
  const document = parseDocument(text, { id: 'plan' });
  const { taxonomy, level, diagnostics } = deriveTaxonomy(document, createJiebaSegmenter(), {
    ...(flags.level === undefined ? {} : { level: parseLevel(flags.level) }),
    ...(flags.id === undefined ? {} : { id: flags.id }),
  });
  const yaml = formatTaxonomyYaml(taxonomy, [
    'A first taxonomy, derived from the headings and the word frequencies of a plan. Edit it:',
    'rename the concepts, write what belongs to each (scopeNote), add terms and remove others.',
    'weight: 3 decides alone, 1 supports, below 0 speaks against. Check: zhengce taxonomy validate FILE',
    `Headings of level ${level} became concepts.`,
    ...diagnostics.map(({ severity, message }) => `${severity}: ${message}`),
  ]);
  await withOutput(flags.out, (output) => output.write(yaml));
  process.stderr.write(`zhengce: ${path}: ${summarize(taxonomy)}\n`);
  for (const { ruleId, severity, message } of diagnostics) {
    process.stderr.write(`zhengce: ${path}: ${severity}: ${message} [${ruleId}]\n`);
  }
}

function parseLevel(word: string): number {
  if (/^[1-9]$/.test(word)) return Number(word);
  throw usage(`expected a number from 1 to 9, received ${describeReceived(word)} (--level)`);
}

function usage(message: string): ZhengceError {
  return new ZhengceError('invalid-argument', `taxonomy: ${message}`);
}

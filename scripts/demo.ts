/**
 * The main job on the sample documents: `npm run demo` parses, segments and tags corpus/documents/, prints the tagged passages with their evidence, and
 * writes demo-output/tags.jsonl.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createAnalyzer } from '../src/analyzer';
import { readPolicyFolder } from '../src/read';
import { createDocumentRecord, formatJsonLine } from '../src/report';
import type { Tag, TaggedDocument, TaggedPassage } from '../src/tag';
import { builtinTaxonomy } from '../src/taxonomy';

const root = join(import.meta.dirname, '..');
const output = join(root, 'demo-output');
/** Columns of the passage's words in the table. */
const EXCERPT_COLUMNS = 56;
/** Columns of a concept's label. */
const LABEL_COLUMNS = 44;
/** Pieces of evidence shown for a tag. */
const SHOWN_EVIDENCE = 4;

const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });
const labels = new Map(
  builtinTaxonomy.concepts.map(({ notation, prefLabel }) => [notation, prefLabel]),
);
/** How many passages have a tag, by its code. */
const counts = new Map<string, number>();
const lines: string[] = [];
let passages = 0;
let tagged = 0;
let words = 0;
print('Two lines and more a passage: its words, the heading above it;');
print(
  'then each tag: code, score, concept, the words that speak for it (^ in a heading or title).',
);
for await (const item of readPolicyFolder(join(root, 'corpus/documents'))) {
  if (item.kind === 'failure') throw item.error;
  const document = analyzer.tag(analyzer.parse(item.text, { id: item.id }));
  count(document);
  const path = relative(root, item.path);
  lines.push(formatJsonLine(createDocumentRecord(document, path, item.diagnostics)));
  printDocument(document, item.encoding ?? item.format);
}
mkdirSync(output, { recursive: true });
writeFileSync(join(output, 'tags.jsonl'), lines.join(''));
printCounts();
print(
  `\n${String(lines.length)} documents, ${String(words)} words, ${String(passages)} passages, ${String(tagged)} of them tagged`,
);
print('written: demo-output/tags.jsonl');

function count(document: TaggedDocument): void {
  for (const { text, tags } of document.passages) {
    passages += 1;
    if (tags.length > 0) tagged += 1;
    words += analyzer.segment(text).length;
    for (const { code } of tags) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
}

function printDocument(document: TaggedDocument, encoding: string): void {
  const { title, issuer, documentNumber, issuedOn, region } = document;
  print(`\n■ ${title ?? document.id}`);
  print(
    `  ${[issuer.join('、'), documentNumber, issuedOn, region?.name, encoding].filter(Boolean).join(' · ')}`,
  );
  for (const passage of document.passages)
    if (passage.tags.length > 0) printPassage(document, passage);
  const untagged = document.passages.filter(({ tags }) => tags.length === 0).length;
  if (untagged > 0) print(`  … and ${String(untagged)} passages without a tag`);
}

function printPassage(
  { source }: TaggedDocument,
  { text, headingPath, tags }: TaggedPassage,
): void {
  const place = headingPath.at(-1) ?? '';
  print(`  ${fitColumns(text.replace(/\s+/g, ' '), EXCERPT_COLUMNS)}  ${place}`.trimEnd());
  for (const tag of tags) print(`      ${describeTag(tag, source)}`);
}

function describeTag({ code, score, evidence }: Tag, source: string): string {
  const label = fitColumns(labels.get(code) ?? '', LABEL_COLUMNS);
  const shown = listWords(evidence, source).slice(0, SHOWN_EVIDENCE).join(' ');
  return `${code.padEnd(4)}${score.toFixed(2)}  ${label}  ${shown}`;
}

/** What speaks for a tag: the passage's own words first, the weightiest first, each once. */
function listWords(evidence: Tag['evidence'], source: string): readonly string[] {
  const ranked = evidence
    .filter(({ weight }) => weight > 0)
    .map((piece) => ({ ...piece, words: source.slice(piece.start, piece.end).replace(/\s+/g, '') }))
    .sort((a, b) => Number(b.field === 'text') - Number(a.field === 'text') || b.weight - a.weight);
  const own = new Set(ranked.filter(({ field }) => field === 'text').map((piece) => piece.words));
  const above = ranked.filter((piece) => piece.field !== 'text' && !own.has(piece.words));
  return [...own, ...new Set(above.map((piece) => `^${piece.words}`))];
}

function printCounts(): void {
  print('\nPassages by concept');
  for (const [code, label] of labels) {
    const number = counts.get(code) ?? 0;
    if (number > 0)
      print(
        `  ${code.padEnd(4)}${fitColumns(label, LABEL_COLUMNS)}${String(number).padStart(4)} ${'▇'.repeat(number)}`,
      );
  }
}

/** A text cut or padded to a number of columns; a Han character takes two. */
function fitColumns(text: string, columns: number): string {
  let width = 0;
  let fitted = '';
  for (const char of text) {
    const next = width + (char >= '\u2e80' ? 2 : 1);
    if (next > columns - 1) return `${fitted}…${' '.repeat(columns - width - 1)}`;
    fitted += char;
    width = next;
  }
  return fitted + ' '.repeat(columns - width);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

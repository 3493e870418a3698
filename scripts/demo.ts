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
/** Pieces of evidence shown for a tag. */
const SHOWN_EVIDENCE = 4;

const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });
const lines: string[] = [];
let passages = 0;
let tagged = 0;
let words = 0;
for await (const item of readPolicyFolder(join(root, 'corpus/documents'))) {
  if (item.kind === 'failure') throw item.error;
  const document = analyzer.tag(analyzer.parse(item.text, { id: item.id }));
  passages += document.passages.length;
  tagged += document.passages.filter(({ tags }) => tags.length > 0).length;
  words += document.passages.reduce((sum, { text }) => sum + analyzer.segment(text).length, 0);
  lines.push(
    formatJsonLine(createDocumentRecord(document, relative(root, item.path), item.diagnostics)),
  );
  printDocument(document, item.encoding);
}
mkdirSync(output, { recursive: true });
writeFileSync(join(output, 'tags.jsonl'), lines.join(''));
print(
  `${String(lines.length)} documents, ${String(words)} words, ${String(passages)} passages, ${String(tagged)} of them tagged`,
);
print('written: demo-output/tags.jsonl');

function printDocument(document: TaggedDocument, encoding: string): void {
  const { title, issuer, documentNumber, issuedOn, region } = document;
  print(`\n■ ${title ?? document.id}`);
  print(
    `  ${[issuer.join('、'), documentNumber, issuedOn, region?.name, encoding].filter(Boolean).join(' · ')}`,
  );
  for (const passage of document.passages)
    if (passage.tags.length > 0) printPassage(document, passage);
  const untagged = document.passages.filter(({ tags }) => tags.length === 0).length;
  print(`  … and ${String(untagged)} passages without a tag`);
}

function printPassage(
  { source }: TaggedDocument,
  { text, headingPath, tags }: TaggedPassage,
): void {
  const place = headingPath.at(-1) ?? '';
  print(`  ${fitColumns(text.replace(/\s+/g, ' '), EXCERPT_COLUMNS)}  ${place}`);
  for (const tag of tags) print(`      ${describeTag(tag, source)}`);
}

function describeTag({ code, score, evidence }: Tag, source: string): string {
  const shown = evidence
    .filter(({ weight }) => weight > 0)
    .map(({ start, end }) => source.slice(start, end).replace(/\s+/g, ''));
  const label = builtinTaxonomy.concepts.find(({ notation }) => notation === code)?.prefLabel ?? '';
  return `${code.padEnd(4)}${score.toFixed(2)}  ${fitColumns(label, 40)}  ${[...new Set(shown)].slice(0, SHOWN_EVIDENCE).join(' ')}`;
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

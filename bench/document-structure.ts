/**
 * What does the structure parser find in the shared documents, and how fast? Sections, passages, share of the text, metadata,
 * diagnostics; then the time for all documents, parsed again and again.
 * `npm run bench document-structure`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PolicyDocument, parseDocument, type Section } from '../src/document';

const ROUNDS = 5;
const shared = process.env['ZHENGCE_SHARED'] ?? join(import.meta.dirname, '../../shared');
const folder = join(shared, 'data/policies');
const texts = readdirSync(folder)
  .sort()
  .map((file) => readFileSync(join(folder, file), 'utf8'));

function squeeze(text: string): number {
  return text.replace(/\s+/g, '').length;
}

function countSections(sections: readonly Section[]): number {
  return sections.reduce((sum, { children }) => sum + 1 + countSections(children), 0);
}

const documents = texts.map((text) => parseDocument(text, { id: 'd' }));
if (documents.some(({ passages }) => passages.length === 0))
  throw new Error('expected passages in every document');

const characters = texts.reduce((sum, text) => sum + squeeze(text), 0);
const covered = documents.reduce(
  (sum, { passages }) => sum + passages.reduce((all, { text }) => all + squeeze(text), 0),
  0,
);
console.log({
  documents: documents.length,
  sections: documents.reduce((sum, { sections }) => sum + countSections(sections), 0),
  passages: documents.reduce((sum, { passages }) => sum + passages.length, 0),
  shareInPassages: Number((covered / characters).toFixed(3)),
  ...countKnown(documents),
});
console.log(countDiagnostics(documents));

function countKnown(all: readonly PolicyDocument[]): Readonly<Record<string, number>> {
  return {
    title: all.filter(({ title }) => title !== undefined).length,
    issuer: all.filter(({ issuer }) => issuer.length > 0).length,
    documentNumber: all.filter(({ documentNumber }) => documentNumber !== undefined).length,
    issuedOn: all.filter(({ issuedOn }) => issuedOn !== undefined).length,
    region: all.filter(({ region }) => region !== undefined).length,
  };
}

/** Findings and documents with one, by rule. */
function countDiagnostics(all: readonly PolicyDocument[]): Readonly<Record<string, string>> {
  const rules = [
    ...new Set(all.flatMap(({ diagnostics }) => diagnostics.map(({ ruleId }) => ruleId))),
  ].sort();
  return Object.fromEntries(
    rules.map((rule) => {
      const each = all.map(
        ({ diagnostics }) => diagnostics.filter(({ ruleId }) => ruleId === rule).length,
      );
      const found = each.reduce((sum, count) => sum + count, 0);
      return [rule, `${String(found)} in ${String(each.filter((count) => count > 0).length)}`];
    }),
  );
}

const times = Array.from({ length: ROUNDS }, () => {
  const started = performance.now();
  for (const text of texts) parseDocument(text, { id: 'd' });
  return performance.now() - started;
}).sort((a, b) => a - b);
console.log(
  `${(times[Math.floor(ROUNDS / 2)] ?? 0).toFixed(0)} ms for all documents (median of ${String(ROUNDS)} rounds)`,
);

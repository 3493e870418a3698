/**
 * The fixture documents against what a person read in them: `X.txt` against `X.expected.json`. The conventions stand in
 * test/fixtures/documents/README.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument, type Passage, type PolicyDocument, type Section } from '../../src/document';

/** What a person read in a document. */
interface Expected {
  readonly title: string | null;
  readonly documentNumber: string | null;
  readonly issuer: readonly string[];
  readonly genre: string | null;
  readonly issuedOn: string | null;
  readonly region: string | null;
  readonly headings: readonly (readonly [number, string])[];
  readonly passages: readonly (readonly [string, string])[];
}

const folder = join(import.meta.dirname, '../fixtures/documents');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4));

describe('parseDocument', () => {
  it('has fixtures, each with its expectation', () => {
    expect(names.length).toBeGreaterThanOrEqual(20);
  });

  it.each(names)('reads %s as a person does', (name) => {
    const expected = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8')) as Expected;
    const document = parseDocument(readFileSync(join(folder, `${name}.txt`), 'utf8'), { id: name });
    expect(describeParsed(document)).toEqual(expected);
  });
});

function describeParsed(document: PolicyDocument): Expected {
  return {
    title: document.title ?? null,
    documentNumber: document.documentNumber ?? null,
    issuer: document.issuer,
    genre: document.genre ?? null,
    issuedOn: document.issuedOn ?? null,
    region: document.region?.name ?? null,
    headings: document.sections.flatMap(listHeadings),
    passages: document.passages.map(cutEnds),
  };
}

function listHeadings({ level, label, children }: Section): readonly (readonly [number, string])[] {
  return [[level, label], ...children.flatMap(listHeadings)];
}

function cutEnds({ text }: Passage): readonly [string, string] {
  return [text.slice(0, 12), text.slice(-12)];
}

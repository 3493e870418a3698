// What is compared where the same documents are read in every format: their texts, headings and tags.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Analyzer, PolicyDocument, Section } from '../../src';

/** The ten documents in every format: `NN-name.txt` is the reference. */
export const formatFolder: string = join(import.meta.dirname, '../fixtures/formats');
/** Their names, without ending. */
export const formatNames: readonly string[] = readdirSync(formatFolder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => basename(file, '.txt'))
  .sort();

/** Files of one kind that were made of the same texts. */
export interface FormatCases {
  readonly name: string;
  /** Least share of the characters that has to be equal. */
  readonly floor: number;
  readonly files: readonly FormatCase[];
}

/** A file, and the file with the text that it should give. */
export interface FormatCase {
  readonly path: string;
  readonly reference: string;
}

const FLOOR = 0.99;
const PDF_FLOOR = 0.98;

/** The ten documents, by format and by the program that wrote them. */
export const formatCases: readonly FormatCases[] = [
  ...['docx', 'odt', 'doc', 'html', 'ofd', 'pdf'].map((format) => listCases(format, '', format)),
  listCases('ofd of ofdrw', 'ofdrw', 'ofd'),
  listCases('ofd of easyofd', 'easyofd', 'ofd'),
];

function listCases(name: string, folder: string, extension: string): FormatCases {
  const files = formatNames.map((file) => ({
    path: join(formatFolder, folder, `${file}.${extension}`),
    reference: join(formatFolder, `${file}.txt`),
  }));
  return { name, floor: name === 'pdf' ? PDF_FLOOR : FLOOR, files };
}

/** National documents in PDF as published, beside their texts in the shared collection. */
export function listSharedPdf(shared: string): FormatCases {
  const folder = join(shared, 'data/pdf');
  const files = readdirSync(folder).map((file) => ({
    path: join(folder, file),
    reference: join(shared, 'data/policies', `pl-${file.slice(1, 4)}.txt`),
  }));
  return { name: 'pdf as published', floor: PDF_FLOOR, files };
}

/** The text that a file should give. */
export function readReference({ reference }: FormatCase): string {
  return readFileSync(reference, 'utf8');
}

/** The headings of a document with their levels, in order. */
export function listHeadings({ sections }: PolicyDocument): readonly string[] {
  const list = (section: Section): readonly string[] => [
    `${String(section.level)} ${section.label.replace(/\s+/g, '')}`,
    ...section.children.flatMap(list),
  ];
  return sections.flatMap(list);
}

/** Each passage of a document that has tags, with them. */
export function listTags(analyzer: Analyzer, document: PolicyDocument): readonly string[] {
  return analyzer
    .tag(document)
    .passages.filter(({ tags }) => tags.length > 0)
    .map(
      ({ text, tags }) => `${tags.map(({ code }) => code).join(' ')}: ${text.replace(/\s+/g, '')}`,
    );
}

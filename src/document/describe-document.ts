/**
 * The description of a document: title, issuing bodies, number, genre, date, region, from its frame and key–value lines.
 *
 * @module
 */
import { joinSpans, type MappedText, normalizeText, type Span } from '../text';
import { type Block, getBlockSpan } from './blocks';
import { readDate } from './dates';
import { normalizeDocumentNumber, readDocumentNumber } from './document-number';
import type { Frame } from './frame';
import type { FrameRole } from './frame-roles';
import { readGenre } from './genres';
import { inferDescription } from './infer/infer-description';
import type { Inference } from './infer/inference';
import { findIssuers } from './issuers';
import { type MetadataEntry, type MetadataKey, readMetadataEntries } from './metadata-entries';
import type { DocumentFacts, PolicyDocument, Section } from './model';
import { readOrderNumber } from './order-number';
import { readPassedOrder } from './passed-lines';
import { findRegion } from './region';
import { closeLetterSpacing } from './title';

/** The descriptive part of a PolicyDocument. */
export type DocumentDescription = Pick<
  PolicyDocument,
  'title' | 'titleSpan' | 'issuer' | 'documentNumber' | 'genre' | 'issuedOn' | 'region'
>;

/** A description, and which of its fields are inferred. */
export interface InferredDescription {
  readonly description: DocumentDescription;
  readonly inferences: readonly Inference[];
}

/** What a description is read from. */
export interface DescribedParts {
  readonly source: string;
  readonly normalized: MappedText;
  readonly blocks: readonly Block[];
  readonly frame: Frame;
  readonly sections: readonly Section[];
  /** What front matter says. */
  readonly entries: readonly MetadataEntry[];
  /** What the caller knows beside the text. */
  readonly facts: DocumentFacts;
}

/**
 * The description of a document: what it states, and where it states nothing, what can be inferred. A title that the caller gives is kept as it is, none is
 * inferred. Linear.
 */
export function describeDocument(
  parts: DescribedParts,
  given: string | undefined,
): InferredDescription {
  const stated = readStated(parts, given);
  const { normalized, blocks, frame, sections } = parts;
  const sources = { text: normalized.text, blocks, roles: frame.roles, sections };
  const inferences = inferDescription(stated, sources).filter(({ field }) => isOpen(stated[field]));
  const filled = inferences.map(({ field, value }) => [field, value] as const);
  const description = {
    ...stated,
    ...(Object.fromEntries(filled) as Partial<DocumentDescription>),
  };
  return {
    description: { ...description, issuer: Object.freeze([...description.issuer]) },
    inferences,
  };
}

/** Whether a field is not stated: what is inferred never stands in place of what is stated. */
function isOpen(stated: DocumentDescription[Inference['field']]): boolean {
  return stated === undefined || (Array.isArray(stated) && stated.length === 0);
}

/** What title, frame, key–value lines and the caller state. */
function readStated(parts: DescribedParts, given: string | undefined): DocumentDescription {
  const { blocks, frame } = parts;
  const facts = collectFacts(parts);
  const title = given ?? (frame.title === undefined ? facts.get('title') : readTitleText(parts));
  const folded = given ?? frame.title?.text ?? facts.get('title') ?? '';
  const issuer = findIssuers({ blocks, roles: frame.roles, title: folded, facts });
  const number = findNumber(parts, facts);
  return {
    title: title === '' ? undefined : title,
    titleSpan: given === undefined ? spanOfTitle(parts) : undefined,
    issuer: issuer.map((name) => readAsWritten(name, parts)),
    documentNumber: number === undefined ? undefined : writeNumber(number, parts),
    genre: readGenre(folded),
    issuedOn: findDate(parts, facts),
    region: findRegion(issuer, folded, number),
  };
}

const KNOWN_KEYS = ['title', 'issuer', 'documentNumber', 'issuedOn', 'publishedOn'] as const;

function collectFacts({
  blocks,
  frame,
  entries,
  facts: known,
}: DescribedParts): ReadonlyMap<MetadataKey, string> {
  const facts = new Map<MetadataKey, string>();
  const lines = blocks
    .filter((_, i) => frame.roles[i] === 'metadata')
    .flatMap((block) => readMetadataEntries(block.text));
  for (const { key, value } of [...entries, ...lines])
    if (value !== '' && !facts.has(key)) facts.set(key, value);
  for (const key of KNOWN_KEYS) {
    const value = known[key]?.trim() ?? '';
    if (value !== '' && !facts.has(key)) facts.set(key, normalizeText(value).text);
  }
  return facts;
}

function spanOfTitle({ blocks, frame, normalized }: DescribedParts): Span | undefined {
  if (frame.title === undefined) return undefined;
  const first = blocks[frame.title.from];
  const last = blocks[frame.title.to - 1];
  if (first === undefined || last === undefined) return undefined;
  const span = { start: getBlockSpan(first).start, end: getBlockSpan(last).end };
  return Object.freeze(normalized.spanToSource(span));
}

function readTitleText({ blocks, frame, normalized, source }: DescribedParts): string {
  const lines = blocks.slice(frame.title?.from, frame.title?.to);
  const spaced = lines.some((line) => closeLetterSpacing(line.text) !== line.text);
  const spans = lines.flatMap((line) => line.pieces.map((piece) => normalized.spanToSource(piece)));
  const text = joinSpans(source, spans).text.replace(/\s+/g, spaced ? '' : ' ');
  return text.trim();
}

function findNumber(
  { blocks, frame }: DescribedParts,
  facts: ReadonlyMap<MetadataKey, string>,
): string | undefined {
  const listRole = (role: FrameRole): readonly string[] =>
    blocks.filter((_, i) => frame.roles[i] === role).map(({ text }) => text);
  const [first, second = ''] = listRole('document-number');
  const written = first ?? facts.get('documentNumber') ?? '';
  const number = readDocumentNumber(written);
  if (number !== undefined) return normalizeDocumentNumber(number);
  return (
    readOrderNumber(written) ??
    readOrderNumber(`${written} ${second}`) ??
    listRole('date')
      .map(readPassedOrder)
      .findLast((order) => order !== undefined)
  );
}

/** A number in its normal form, but in the characters of the source: 廈府辦〔2023〕56號. */
function writeNumber(number: string, parts: DescribedParts): string {
  const year = number.search(/[〔\d]/);
  const words = number.slice(0, year);
  const last = parts.source.includes('號') && number.endsWith('号') ? '號' : number.slice(-1);
  return readAsWritten(words, parts) + number.slice(year, -1) + last;
}

/** Normalised words as the source writes them, in traditional characters for instance; as they are where they do not stand there in one. */
function readAsWritten(words: string, { source, normalized }: DescribedParts): string {
  if (source.includes(words)) return words;
  const start = normalized.text.indexOf(words);
  if (start === -1) return words;
  const span = normalized.spanToSource({ start, end: start + words.length });
  return source.slice(span.start, span.end);
}

function findDate(
  { blocks, frame }: DescribedParts,
  facts: ReadonlyMap<MetadataKey, string>,
): string | undefined {
  const stated = readDate(facts.get('issuedOn') ?? '');
  if (stated !== undefined) return stated;
  for (let i = 0; i < blocks.length; i += 1) {
    const role = frame.roles[i];
    if (role !== 'date' && role !== 'subtitle' && role !== 'signature') continue;
    const date = readDate(blocks[i]?.text ?? '');
    if (date !== undefined) return date;
  }
  return readDate(facts.get('publishedOn') ?? '');
}

/**
 * The description of a document: title, issuing bodies, number, genre, date, region, from its frame and key–value lines.
 *
 * @module
 */
import type { MappedText, Span } from '../text';
import { joinSpans } from '../text';
import { type Block, getBlockSpan } from './blocks';
import type { Frame } from './frame';
import type { FrameRole } from './frame-roles';
import {
  type MetadataEntry,
  type MetadataKey,
  normalizeDocumentNumber,
  readBodies,
  readDate,
  readDocumentNumber,
  readGenre,
  readMetadataEntries,
  readPassedIssuer,
  readReportIssuer,
  readTitleIssuers,
} from './metadata';
import type { PolicyDocument } from './model';
import { findRegion } from './region';

/** The descriptive part of a PolicyDocument. */
export type DocumentDescription = Pick<
  PolicyDocument,
  'title' | 'titleSpan' | 'issuer' | 'documentNumber' | 'genre' | 'issuedOn' | 'region'
>;

/** The description of a document. A title that the caller gives is kept as it is. */
export function describeDocument(
  blocks: readonly Block[],
  frame: Frame,
  entries: readonly MetadataEntry[],
  normalized: MappedText,
  source: string,
  given: string | undefined,
): DocumentDescription {
  const facts = collectFacts(blocks, frame, entries);
  const foldedTitle = given ?? frame.title?.text ?? facts.get('title');
  const titleSpan =
    given === undefined && frame.title !== undefined
      ? spanOfTitle(blocks, frame, normalized)
      : undefined;
  const title =
    given ??
    (frame.title === undefined
      ? facts.get('title')
      : readTitleText(blocks, frame, normalized, source));
  const issuer = findIssuers(blocks, frame, foldedTitle ?? '', facts);
  const number =
    blocks.find((_, i) => frame.roles[i] === 'document-number')?.text ??
    facts.get('documentNumber');
  const documentNumber =
    number === undefined || readDocumentNumber(number) === undefined
      ? undefined
      : normalizeDocumentNumber(readDocumentNumber(number) ?? number);
  return {
    title: title === '' ? undefined : title,
    titleSpan,
    issuer: Object.freeze(issuer.map((name) => name.replace(/^中华人民共和国(?=国务院|[\u4e00-\u9fff]{2,}部$)/, ''))),
    documentNumber,
    genre: foldedTitle === undefined ? undefined : readGenre(foldedTitle),
    issuedOn: findDate(blocks, frame, facts),
    region: findRegion(issuer, foldedTitle, documentNumber),
  };
}

function collectFacts(
  blocks: readonly Block[],
  frame: Frame,
  entries: readonly MetadataEntry[],
): ReadonlyMap<MetadataKey, string> {
  const facts = new Map<MetadataKey, string>();
  const lines = blocks
    .filter((_, i) => frame.roles[i] === 'metadata')
    .flatMap((block) => readMetadataEntries(block.text));
  for (const { key, value } of [...entries, ...lines])
    if (value !== '' && !facts.has(key)) facts.set(key, value);
  return facts;
}

function spanOfTitle(
  blocks: readonly Block[],
  frame: Frame,
  normalized: MappedText,
): Span | undefined {
  const first = blocks[frame.title?.from ?? 0];
  const last = blocks[(frame.title?.to ?? 1) - 1];
  if (first === undefined || last === undefined) return undefined;
  return Object.freeze(
    normalized.spanToSource({ start: getBlockSpan(first).start, end: getBlockSpan(last).end }),
  );
}

function readTitleText(
  blocks: readonly Block[],
  frame: Frame,
  normalized: MappedText,
  source: string,
): string {
  const pieces = blocks.slice(frame.title?.from, frame.title?.to).flatMap((block) => block.pieces);
  return joinSpans(
    source,
    pieces.map((piece) => normalized.spanToSource(piece)),
  )
    .text.replace(/\s+/g, ' ')
    .trim();
}

/** Title before signature, unless that names more bodies; both before key–value lines: a web page's 发布机构 is often the site, not the issuer. */
function findIssuers(
  blocks: readonly Block[],
  frame: Frame,
  title: string,
  facts: ReadonlyMap<MetadataKey, string>,
): readonly string[] {
  const passed = blocks
    .filter((_, i) => frame.roles[i] === 'date')
    .map((block) => readPassedIssuer(block.text))
    .find((name) => name !== undefined);
  if (passed !== undefined) return [passed];
  const named = readTitleIssuers(title);
  const signed = readSignature(blocks, frame.roles);
  if (named.length > 0) return named.every((name) => signed.includes(name)) ? signed : named;
  if (signed.length > 0) return signed;
  const opening = blocks
    .slice(0, 12)
    .map((block) => block.text.slice(0, 200))
    .join('\n');
  const reporting =
    /工作报告/.test(title) || /各位代表|委托,/.test(opening)
      ? readReportIssuer(title, opening)
      : undefined;
  return reporting === undefined ? readBodies(facts.get('issuer') ?? '') : [reporting];
}

/** The names of the first signature; lines that broke a name are put together. */
function readSignature(
  blocks: readonly Block[],
  roles: readonly (FrameRole | undefined)[],
): readonly string[] {
  const from = roles.indexOf('signature');
  if (from === -1) return [];
  let to = from;
  while (roles[to] === 'signature') to += 1;
  const lines = blocks
    .slice(from, to)
    .map((block) => block.text.replace(/(?:19|20)\d{2} ?年.*$/, '').trim());
  const each = lines.map(readBodies);
  if (each.every((names) => names.length > 0)) return each.flat();
  return readBodies(lines.join(''));
}

function findDate(
  blocks: readonly Block[],
  frame: Frame,
  facts: ReadonlyMap<MetadataKey, string>,
): string | undefined {
  const stated = facts.get('issuedOn');
  if (stated !== undefined && readDate(stated) !== undefined) return readDate(stated);
  const dated = blocks.findIndex(
    (block, i) =>
      (frame.roles[i] === 'date' ||
        frame.roles[i] === 'subtitle' ||
        frame.roles[i] === 'signature') &&
      readDate(block.text) !== undefined,
  );
  if (dated !== -1) return readDate(blocks[dated]?.text ?? '');
  return readDate(facts.get('publishedOn') ?? '');
}

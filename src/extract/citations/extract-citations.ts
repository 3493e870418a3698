/**
 * Extracts the documents that a document names: titles in 《》 and document numbers.
 *
 * @module
 */
import type { PassageId, PolicyDocument } from '../../document';
import { type PassageReading, type Reading, readPassages, readSpan } from '../passage-reading';
import type { CitationIndex } from './citation-index';
import { findDocumentNumbers, type NumberMatch } from './document-numbers';
import type { Citation } from './model';
import { readRelation } from './relations';
import { findTitles, isDocumentTitle, normalizeTitle, type TitleMatch } from './titles';

/** Options of {@link extractCitations}. */
export interface ExtractCitationsOptions {
  /** The collection that citations are linked to; without it `document` is undefined everywhere. */
  readonly index?: CitationIndex;
}

/**
 * The documents that a document names, in its title and in its passages, in reading order: titles in 《》 that end as titles of documents do, and document
 * numbers (国发〔2021〕29号, 国家发展改革委令第52号, GB/T 35273-2020) in their normal form, without what leads in to them; a title with its number is one citation.
 *
 * Short names that the document introduces by 以下简称 give the full title from there on. Pure and deterministic; linear in the text.
 *
 * @example
 * extractCitations(parseDocument('一、依据\n按照财库[2022]3号执行。', { id: 'd' }))[0]?.documentNumber // => '财库〔2022〕3号'
 */
export function extractCitations(
  document: PolicyDocument,
  options: ExtractCitationsOptions = {},
): readonly Citation[] {
  const shortNames = new Map<string, string>();
  const { titleSpan, source, id } = document;
  const readings: readonly (Reading & { readonly passageId: PassageId | undefined })[] = [
    ...(titleSpan === undefined ? [] : [{ ...readSpan(source, titleSpan), passageId: undefined }]),
    ...readPassages(document).map(withId),
  ];
  const citations = readings.flatMap((reading) =>
    listRows(findMentions(reading.text), reading.text).flatMap((row) => {
      const [first] = row;
      const relation = readRelation(reading.text, first?.start ?? 0, row.at(-1)?.end ?? 0);
      return row.map((mention): Citation => {
        const title = resolveTitle(mention, reading.text, shortNames);
        const found = options.index?.find(title, mention.documentNumber);
        return Object.freeze({
          passageId: reading.passageId,
          span: reading.locate(mention.start, mention.end),
          written: reading.text.slice(mention.start, mention.end),
          title,
          documentNumber: mention.documentNumber,
          relation,
          document: found === id ? undefined : found,
        });
      });
    }),
  );
  return Object.freeze(citations);
}

/** The mentions by rows: 颁布《…》《…》和《…》 says the same of each. */
function listRows(mentions: readonly Mention[], text: string): readonly (readonly Mention[])[] {
  const rows: Mention[][] = [];
  let end = 0;
  for (const mention of mentions) {
    const row = rows.at(-1);
    if (row !== undefined && LISTED.test(text.slice(end, mention.start))) row.push(mention);
    else rows.push([mention]);
    ({ end } = mention);
  }
  return rows;
}

/** What stands between the members of a list. */
const LISTED = /^[、和与及以]{0,2}$/;

function withId({ text, locate, passage }: PassageReading): Reading & { passageId: PassageId } {
  return { text, locate, passageId: passage.id };
}

/** A document named in a text. */
interface Mention {
  readonly start: number;
  readonly end: number;
  readonly title: string | undefined;
  readonly documentNumber: string | undefined;
}

/** The documents named in a folded text, by position. */
function findMentions(text: string): readonly Mention[] {
  if (!/[《号]|[A-Z]{2}.{0,3}\d{3}/.test(text)) return [];
  const numbers = findDocumentNumbers(text);
  const mentions: Mention[] = [];
  let next = 0;
  for (const { start, end, words } of findTitles(text).filter((each) => !isShortName(text, each))) {
    while ((numbers[next]?.start ?? Infinity) < start) mentions.push(nameByNumber(numbers[next++]));
    let within = 0;
    while ((numbers[next + within]?.start ?? Infinity) < end) within += 1;
    const own = within > 0 ? undefined : readNumberBehind(text, end, numbers[next]);
    const isNumber = within === 1 && isAll(words, numbers[next]);
    if (isNumber) mentions.push(nameByNumber(numbers[next]));
    else if (isDocumentTitle(words) || own !== undefined)
      mentions.push({
        start,
        end: own?.end ?? end,
        title: normalizeTitle(words),
        documentNumber:
          own?.number ?? (within > 0 ? numbers[next + within - 1]?.number : undefined),
      });
    next += within + (own === undefined ? 0 : 1);
  }
  return [...mentions, ...numbers.slice(next).map(nameByNumber)];
}

/** (以下简称《…》) names nothing new. */
function isShortName(text: string, { start }: TitleMatch): boolean {
  return /[简统]称(?:为)?:?[“"]?$/.test(text.slice(Math.max(0, start - 6), start));
}

function nameByNumber(match: NumberMatch | undefined): Mention {
  const { start = 0, end = 0, number } = match ?? {};
  return { start, end, title: undefined, documentNumber: number };
}

/** Whether what 《》 holds is a number and nothing else. */
function isAll(words: string, match: NumberMatch | undefined): boolean {
  return match !== undefined && match.end - match.start >= words.replace(/ /g, '').length - 1;
}

/** The number in the bracket right behind a title. */
function readNumberBehind(
  text: string,
  end: number,
  match: NumberMatch | undefined,
): NumberMatch | undefined {
  if (match === undefined || match.start > end + 2) return undefined;
  const opener = text.slice(end, match.start);
  if (opener !== '(' && opener !== '' && opener !== ',') return undefined;
  const closed = opener === '(' && text.charAt(match.end) === ')';
  return closed ? { ...match, end: match.end + 1 } : match;
}

const SHORT_NAME =
  /^(?:\([^()]{0,30}\))?\(?[^()。]{0,30}(?:以下|下)(?:均)?(?:统|简)?(?:简)?称(?:为)?:?[《“"]([^》”"]{2,20})[》”"]/;

/** The full title where the document has introduced a short one; remembers the short names that it introduces. */
function resolveTitle(
  { title, end }: Mention,
  text: string,
  shortNames: Map<string, string>,
): string | undefined {
  if (title === undefined) return undefined;
  const full = shortNames.get(title) ?? title;
  const introduced = SHORT_NAME.exec(text.slice(end, end + 80))?.[1];
  if (introduced !== undefined) shortNames.set(normalizeTitle(introduced), full);
  return full;
}

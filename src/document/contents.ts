/**
 * Contents: the lines of a table of contents, which repeat the headings and are no part of the body.
 *
 * @module
 */
import type { Line } from './lines';

/** A run of lines `[from, to)`. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

const CONTENTS_TITLE = /^目 {0,12}[录次]$/;
/** Dot leaders before the page number. */
const LEADERS_END = /(?:\.{4}|…{2}|·{4}|(?:\. ){3}\.|_{6})$/;
const PAGE_END = /(?:[-—] ?)?(?:\d{1,4}|[IVXivx]{1,5})(?: ?[-—])?$/;
/** Page number, spaces and the last of the leaders stand in this many code units. */
const LEADERS_REACH = 40;
const PAGE_NUMBER_END = /^(?=.*[\u4e00-\u9fff])[^。;]{2,60}[ \t]\d{1,3}$/;
const BARE_NUMBER = /^[-—]? ?\d{1,4} ?[-—]?$/;
const MAX_ENTRY_LENGTH = 60;
/** Leader lines that make contents of a run without a title. */
const MIN_UNTITLED_ENTRIES = 3;

/**
 * The tables of contents among the lines, in order, disjoint. A titled one begins with its title 目录; an untitled one is
 * three or more lines with dot leaders. Linear.
 */
export function findContents(lines: readonly Line[]): readonly LineRange[] {
  let lastPlaces: ReadonlyMap<string, number> | undefined;
  const ranges: LineRange[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const titled = CONTENTS_TITLE.test(lines[i]?.text ?? '');
    if (!titled && !hasLeaders(lines[i]?.text ?? '')) continue;
    lastPlaces ??= indexKeys(lines);
    const to = findEnd(lines, titled ? i + 1 : i, lastPlaces);
    const entries = to - i - (titled ? 1 : 0);
    if (entries < (titled ? 2 : MIN_UNTITLED_ENTRIES)) continue;
    ranges.push({ from: i, to });
    i = to - 1;
  }
  return ranges;
}

function findEnd(
  lines: readonly Line[],
  from: number,
  lastPlaces: ReadonlyMap<string, number>,
): number {
  const first = keyOf(lines[from]?.text ?? '');
  let end = from;
  let leaders = false;
  for (let i = from; i < lines.length; i += 1) {
    const text = lines[i]?.text ?? '';
    const key = keyOf(text);
    if (i > from && key === first && key !== '') break;
    const lead = hasLeaders(text) || PAGE_NUMBER_END.test(text);
    leaders ||= lead;
    if (lead) end = i + 1;
    else if (BARE_NUMBER.test(text) && leaders) continue;
    else if (isWrappedEntry(lines, i)) continue;
    else if (!leaders && text.length <= MAX_ENTRY_LENGTH && (lastPlaces.get(key) ?? 0) > i)
      end = i + 1;
    else break;
  }
  return end;
}

/** Whether a line ends in dot leaders, with or without the page number. */
function hasLeaders(text: string): boolean {
  const end = text.slice(-LEADERS_REACH);
  return /[.…·_]{2}|\. \./.test(end) && LEADERS_END.test(end.replace(PAGE_END, '').trimEnd());
}

/** The first line of an entry too long for its line: the leaders stand on the next one. */
function isWrappedEntry(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text ?? '';
  return (
    text.length <= MAX_ENTRY_LENGTH &&
    !/[。;]$/.test(text) &&
    hasLeaders(lines[index + 1]?.text ?? '')
  );
}

function indexKeys(lines: readonly Line[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  lines.forEach((line, index) => {
    const key = keyOf(line.text);
    if (key !== '') places.set(key, index);
  });
  return places;
}

/** What an entry and its heading in the body have in common: the words before leaders, page number and full stop. */
function keyOf(text: string): string {
  const cut = text.slice(0, MAX_ENTRY_LENGTH + 1);
  const stop = cut.search(/。|\.{4}|…|·{4}/);
  const words = (stop === -1 ? cut : cut.slice(0, stop)).replace(/[ :]+/g, '');
  return words.length > MAX_ENTRY_LENGTH ? '' : words.replace(/(?<=[\u4e00-\u9fff)])\d{1,3}$/, '');
}

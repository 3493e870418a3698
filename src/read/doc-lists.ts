/**
 * readDocLists: the lists of a binary Word document ([MS-DOC] 2.9.131 and 2.9.147).
 *
 * @module
 */
import { type DocStreams, findTable } from './doc-tables';
import type { ListDefinition, ListLevel } from './list-numbering';

const LISTS = 73;
const OVERRIDES = 74;
const LIST_SIZE = 28;
const OVERRIDE_SIZE = 16;
const LEVEL_SIZE = 28;
const MAX_LEVELS = 9;

/** Formats by their number ([MS-OSHARED] 2.2.1.3), as ECMA-376 names them. */
const FORMATS: readonly string[] = (
  'decimal upperRoman lowerRoman upperLetter lowerLetter decimal decimal decimal decimal decimal ' +
  'ideographDigital japaneseCounting decimal decimal decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand ' +
  'decimalEnclosedCircle decimalFullWidth2 decimal decimal decimalZero bullet decimal decimal decimalEnclosedFullstop decimalEnclosedParen ' +
  'decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiac taiwaneseCounting ' +
  'ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand'
).split(' ');
const NO_FORMAT = 255;

/** The lists by the number that paragraphs name them by, from `1` on. A table that breaks off gives the lists before. */
export function readDocLists(streams: DocStreams): ReadonlyMap<string, ListDefinition> {
  try {
    return readOverrides(findTable(streams, OVERRIDES), streams, readLists(streams));
  } catch (error) {
    // A RangeError says that a table points beyond its end: then there are no numbers, and the text is whole.
    if (error instanceof RangeError) return new Map();
    throw error;
  }
}

/** The levels of each list by its id. They follow on the table of lists, beyond the length that it states. */
function readLists({ main, table }: DocStreams): ReadonlyMap<number, readonly ListLevel[]> {
  const lists = new Map<number, readonly ListLevel[]>();
  const at = 0x9a + LISTS * 8;
  if (at + 8 > main.byteLength || main.getUint32(at + 4, true) === 0) return lists;
  const from = main.getUint32(at, true);
  const count = table.getUint16(from, true);
  let place = from + 2 + count * LIST_SIZE;
  for (let i = 0; i < count; i += 1) {
    const list = from + 2 + i * LIST_SIZE;
    const isSimple = (table.getUint8(list + 26) & 1) !== 0;
    const levels: ListLevel[] = [];
    for (let level = 0; level < (isSimple ? 1 : MAX_LEVELS); level += 1) {
      const { read, end } = readLevel(table, place);
      levels.push(read);
      place = end;
    }
    lists.set(table.getInt32(list, true), levels);
  }
  return lists;
}

function readLevel(
  table: DataView,
  at: number,
): { readonly read: ListLevel; readonly end: number } {
  const start = table.getInt32(at, true);
  const code = table.getUint8(at + 4);
  const flags = table.getUint8(at + 5);
  const follow = table.getUint8(at + 15);
  const properties = table.getUint8(at + 24) + table.getUint8(at + 25);
  const words = at + LEVEL_SIZE + properties;
  const length = table.getUint16(words, true);
  let text = '';
  for (let i = 0; i < length; i += 1) {
    const unit = table.getUint16(words + 2 + i * 2, true);
    text += unit < MAX_LEVELS ? `%${String(unit + 1)}` : String.fromCharCode(unit);
  }
  const read: ListLevel = {
    start: start >= 0 ? start : 1,
    format: code === NO_FORMAT ? 'none' : (FORMATS[code] ?? 'decimal'),
    text,
    suffix: follow === 2 ? 'nothing' : follow === 1 ? 'space' : 'tab',
    isLegal: (flags & 4) !== 0,
    countsOn: (flags & 8) !== 0,
  };
  return { read, end: words + 2 + length * 2 };
}

function readOverrides(
  view: DataView,
  { table }: DocStreams,
  lists: ReadonlyMap<number, readonly ListLevel[]>,
): ReadonlyMap<string, ListDefinition> {
  const found = new Map<string, ListDefinition>();
  if (view.byteLength < 4) return found;
  const count = Math.min(
    view.getUint32(0, true),
    Math.floor((view.byteLength - 4) / OVERRIDE_SIZE),
  );
  const base = view.byteOffset - table.byteOffset;
  let place = base + 4 + count * OVERRIDE_SIZE;
  for (let i = 0; i < count; i += 1) {
    const at = 4 + i * OVERRIDE_SIZE;
    const id = view.getInt32(at, true);
    const levels: (ListLevel | undefined)[] = [...(lists.get(id) ?? [])];
    const startOverrides = new Map<number, number>();
    place += 4;
    for (let left = view.getUint8(at + 12); left > 0; left -= 1) {
      const start = table.getInt32(place, true);
      const flags = table.getUint32(place + 4, true);
      const level = flags & 15;
      place += 8;
      if ((flags & 32) !== 0) {
        const { read, end } = readLevel(table, place);
        levels[level] = read;
        place = end;
      } else if ((flags & 16) !== 0) startOverrides.set(level, start);
    }
    found.set(String(i + 1), { counterId: String(id), levels, startOverrides });
  }
  return found;
}

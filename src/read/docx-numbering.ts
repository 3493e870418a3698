/**
 * readDocxLists: the lists of a docx, from `word/numbering.xml`.
 *
 * @module
 */

import { isOn } from './docx-styles';
import type { ListDefinition, ListLevel } from './list-numbering';
import type { ReaderContext } from './reader-context';
import { parseXml, type XmlAttributes } from './xml-events';

interface RawLevel {
  start: number;
  format: string;
  text: string;
  suffix: ListLevel['suffix'];
  isLegal: boolean;
  countsOn: boolean;
  styleId?: string;
}

interface RawList {
  readonly levels: (RawLevel | undefined)[];
  readonly startOverrides: Map<number, number>;
  /** The abstract list that a list stands for. */
  abstractId?: string;
  /** The style whose list an abstract list is only a name of. */
  styleLink?: string;
  /** The style that an abstract list is the list of. */
  ownStyle?: string;
}

const MAX_LEVELS = 9;

/** The lists by their `numId`. */
export function readDocxLists(
  bytes: Uint8Array,
  context: ReaderContext,
): ReadonlyMap<string, ListDefinition> {
  const abstracts = new Map<string, RawList>();
  const lists = new Map<string, RawList>();
  let list: RawList | undefined;
  let level: RawLevel | undefined;
  let override = 0;
  parseXml(
    bytes,
    {
      open: (name, attributes) => {
        if (name === 'abstractNum') list = addList(abstracts, attributes['abstractNumId']);
        else if (name === 'num') list = addList(lists, attributes['numId']);
        else if (list === undefined) return;
        else if (name === 'lvl') level = addLevel(list, Number(attributes['ilvl']));
        else if (name === 'lvlOverride') override = Number(attributes['ilvl']);
        else if (name === 'startOverride')
          list.startOverrides.set(override, readNumber(attributes, 0));
        else if (name === 'abstractNumId') list.abstractId = attributes['val'] ?? '';
        else if (name === 'numStyleLink') list.styleLink = attributes['val'] ?? '';
        else if (name === 'styleLink') list.ownStyle = attributes['val'] ?? '';
        else if (level !== undefined) readLevelPart(level, name, attributes);
      },
      close: (name) => {
        if (name === 'abstractNum' || name === 'num') list = undefined;
        if (name === 'lvl') level = undefined;
      },
    },
    context,
  );
  return new Map([...lists].map(([id, raw]) => [id, defineList(raw, abstracts)]));
}

function addList(lists: Map<string, RawList>, id = ''): RawList {
  const list: RawList = { levels: [], startOverrides: new Map() };
  lists.set(id, list);
  return list;
}

function addLevel(list: RawList, index: number): RawLevel | undefined {
  if (!Number.isInteger(index) || index < 0 || index >= MAX_LEVELS) return undefined;
  const level: RawLevel = {
    start: 0,
    format: 'decimal',
    text: '',
    suffix: 'tab',
    isLegal: false,
    countsOn: false,
  };
  list.levels[index] = level;
  return level;
}

function readNumber({ val }: XmlAttributes, otherwise: number): number {
  const number = Number(val);
  return Number.isInteger(number) && number >= 0 ? number : otherwise;
}

function readLevelPart(level: RawLevel, name: string, attributes: XmlAttributes): void {
  const { val } = attributes;
  if (name === 'start') level.start = readNumber(attributes, 0);
  else if (name === 'numFmt') level.format = val ?? 'decimal';
  else if (name === 'lvlText') level.text = val ?? '';
  else if (name === 'isLgl') level.isLegal = isOn(val);
  else if (name === 'pStyle' && val !== undefined) level.styleId = val;
  else if (name === 'lvlRestart') level.countsOn = val === '0';
  else if (name === 'suff') {
    level.suffix = val === 'nothing' || val === 'space' ? val : 'tab';
  }
}

function defineList(raw: RawList, abstracts: ReadonlyMap<string, RawList>): ListDefinition {
  let counterId = raw.abstractId ?? '';
  let base = abstracts.get(counterId);
  // A list may only name the style that the list proper belongs to.
  const link = base?.styleLink;
  if (link !== undefined) {
    for (const [id, other] of abstracts) {
      if (other.ownStyle === link) [counterId, base] = [id, other];
    }
  }
  const levels = Array.from(
    { length: MAX_LEVELS },
    (_, index) => raw.levels[index] ?? base?.levels[index],
  );
  return { counterId, levels, startOverrides: raw.startOverrides };
}

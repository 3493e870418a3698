/**
 * readDocxStyles: the paragraph styles of a docx, as far as headings and numbering go.
 *
 * @module
 */
import type { ReaderContext } from './reader-context';
import { parseXml } from './xml-events';

/** What a style says of its paragraphs, with what it inherits. */
export interface DocxStyle {
  /** In small letters: `heading 1`, `title`. */
  readonly name: string;
  readonly numId: string | undefined;
  readonly numLevel: number | undefined;
  /** The style that the numbering was inherited from. */
  readonly numStyleId: string | undefined;
  /** Depth of a heading, from 1. */
  readonly outline: number | undefined;
}

interface RawStyle {
  readonly id: string;
  name: string;
  basedOn?: string;
  numId?: string;
  numLevel?: number;
  outline?: number;
}

/** Longest chain of styles that inherit from one another; a longer one is a circle. */
const MAX_CHAIN = 64;
/** Outline levels count from 0 in the file; 9 is body text. */
const BODY_LEVEL = 9;

/** The style of an id, everything inherited; undefined for an unknown one. */
export type FindDocxStyle = (id: string) => DocxStyle | undefined;

/** The styles of `word/styles.xml`. */
export function readDocxStyles(
  bytes: Uint8Array,
  context: ReaderContext,
): { readonly find: FindDocxStyle; readonly defaultId: string | undefined } {
  const styles = new Map<string, RawStyle>();
  let defaultId: string | undefined;
  let current: RawStyle | undefined;
  parseXml(
    bytes,
    {
      open: (name, attributes) => {
        const { val } = attributes;
        if (name === 'style') {
          const id = attributes['styleId'] ?? '';
          const isParagraph = (attributes['type'] ?? 'paragraph') === 'paragraph';
          current = isParagraph ? { id, name: '' } : undefined;
          if (current !== undefined) styles.set(id, current);
          if (isParagraph && isOn(attributes['default'] ?? '0')) defaultId ??= id;
        } else if (current === undefined || val === undefined) return;
        else if (name === 'name') current.name = val.toLowerCase();
        else if (name === 'basedOn') current.basedOn = val;
        else if (name === 'numId') current.numId = val;
        else if (name === 'ilvl') current.numLevel = Number(val);
        else if (name === 'outlineLvl') current.outline = Number(val) + 1;
      },
      close: (name) => {
        if (name === 'style') current = undefined;
      },
    },
    context,
  );
  const resolved = new Map<string, DocxStyle | undefined>();
  const find: FindDocxStyle = (id) => {
    if (!resolved.has(id)) resolved.set(id, resolveStyle(id, styles));
    return resolved.get(id);
  };
  return { find, defaultId };
}

/** Whether a switch of the format is on: it is unless it says otherwise. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value);
}

function resolveStyle(id: string, styles: ReadonlyMap<string, RawStyle>): DocxStyle | undefined {
  const first = styles.get(id);
  if (first === undefined) return undefined;
  let numId: string | undefined;
  let numLevel: number | undefined;
  let numStyleId: string | undefined;
  let outline = readHeadingName(first.name);
  let style: RawStyle | undefined = first;
  for (let link = 0; link < MAX_CHAIN && style !== undefined; link += 1) {
    if (numId === undefined && style.numId !== undefined) {
      numId = style.numId;
      numStyleId = style.id;
    }
    numLevel ??= style.numLevel;
    outline ??= style.outline;
    style = style.basedOn === undefined ? undefined : styles.get(style.basedOn);
  }
  if (outline !== undefined && outline > BODY_LEVEL) outline = undefined;
  return { name: first.name, numId, numLevel, numStyleId, outline };
}

function readHeadingName(name: string): number | undefined {
  const digit = /^(?:heading|标题) ?([1-9])$/.exec(name)?.[1];
  return digit === undefined ? undefined : Number(digit);
}

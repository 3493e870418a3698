/**
 * readOfdPage: the words of a page of an OFD, with their places.
 *
 * @module
 */
import { type OfdBox, readOfdBox } from './ofd-structure';
import type { PageRun } from './page-lines';
import { cleanWords } from './page-words';
import type { ReaderContext } from './reader-context';
import { parseXml, type XmlAttributes } from './xml-events';

/** A page, or a template of pages. */
export interface OfdPage {
  readonly runs: readonly PageRun[];
  /** The templates that it is laid on. */
  readonly templateIds: readonly string[];
  readonly box: OfdBox;
}

interface TextObject {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Horizontal and vertical scale of its matrix. */
  readonly scaleX: number;
  readonly scaleY: number;
  readonly shiftX: number;
  readonly shiftY: number;
  /** Set askew, as watermarks are. */
  readonly isTurned: boolean;
}

interface TextCode {
  readonly x: number;
  readonly y: number;
  readonly deltas: readonly number[];
  text: string;
}

/** Millimetres; 10.5 points. */
const DEFAULT_SIZE = 3.7;
/** Most steps that one short form of DeltaX stands for. */
const MAX_STEPS = 100_000;
/** More of a turn than this, as a part of the scale, is no line of text. */
const MAX_TURN = 0.1;

/** The runs of a `Content.xml`. Linear. */
export function readOfdPage(
  bytes: Uint8Array,
  documentBox: OfdBox,
  context: ReaderContext,
): OfdPage {
  const runs: PageRun[] = [];
  const templateIds: string[] = [];
  let box = documentBox;
  let object: TextObject | undefined;
  let code: TextCode | undefined;
  let lastY = 0;
  let isBox = false;
  parseXml(
    bytes,
    {
      open: (name, attributes) => {
        if (name === 'TextObject') {
          object = readObject(attributes);
          lastY = 0;
        } else if (name === 'Template') templateIds.push(attributes['TemplateID'] ?? '');
        else if (name === 'TextCode') {
          // A code without Y goes on at the height of the one before.
          lastY = readNumber(attributes['Y'], lastY);
          const deltas = readDeltas(attributes['DeltaX'] ?? '');
          code = { x: readNumber(attributes['X'], 0), y: lastY, deltas, text: '' };
        }
        isBox = name === 'PhysicalBox';
      },
      close: (name) => {
        if (name === 'TextCode' && code !== undefined && object !== undefined) {
          if (!object.isTurned) runs.push(placeCode(code, object, box));
          code = undefined;
        } else if (name === 'TextObject') object = undefined;
        isBox = false;
      },
      text: (text) => {
        if (code !== undefined) code.text += text;
        else if (isBox) box = readOfdBox(text) ?? box;
      },
    },
    context,
  );
  return { runs, templateIds, box };
}

function readNumber(text: string | undefined, otherwise: number): number {
  const number = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : otherwise;
}

function readObject(attributes: XmlAttributes): TextObject {
  const [x, y, , height] = readOfdBox(attributes['Boundary'] ?? '') ?? [0, 0, 0, DEFAULT_SIZE];
  const matrix = (attributes['CTM'] ?? '').trim().split(/\s+/).map(Number);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] =
    matrix.length === 6 && matrix.every(Number.isFinite) ? matrix : [];
  // easyofd writes it small; who leaves it out has the boundary fit the words.
  const size = readNumber(attributes['Size'] ?? attributes['size'], height);
  const stretch = readNumber(attributes['HScale'], 1);
  return {
    x,
    y,
    size: Math.abs(size * d) || 1,
    scaleX: a * stretch,
    scaleY: d,
    shiftX: e,
    shiftY: f,
    isTurned: Math.abs(b) > MAX_TURN * Math.abs(a) || Math.abs(c) > MAX_TURN * Math.abs(d),
  };
}

/** `g 3 4.2 5` is 4.2 4.2 4.2 5. */
function readDeltas(text: string): readonly number[] {
  const parts = text.trim().split(/\s+/);
  const deltas: number[] = [];
  for (let i = 0; i < parts.length; i += 1) {
    if (parts[i] !== 'g') {
      deltas.push(readNumber(parts[i], 0));
      continue;
    }
    const count = Math.min(readNumber(parts[i + 1], 0), MAX_STEPS - deltas.length);
    for (let step = 0; step < count; step += 1) deltas.push(readNumber(parts[i + 2], 0));
    i += 2;
  }
  return deltas;
}

function placeCode({ x, y, deltas, text }: TextCode, object: TextObject, box: OfdBox): PageRun {
  const steps = deltas.slice(0, Math.max(0, text.length - 1));
  const advance = steps.reduce((sum, step) => sum + step, 0);
  // Without steps the font says how wide the words are; a font size for each character is near enough.
  const missing = Math.max(0, text.length - 1 - steps.length);
  const width = advance * object.scaleX + (missing + widthOfLast(text)) * object.size;
  return {
    text: cleanWords(text.replace(/[\r\n]+/g, '')),
    x: object.x + object.shiftX + x * object.scaleX - box[0],
    y: object.y + object.shiftY + y * object.scaleY - box[1],
    width: Math.max(0, width),
    size: object.size,
  };
}

function widthOfLast(text: string): number {
  return (text.charCodeAt(text.length - 1) || 0) < 0x2e80 ? 0.5 : 1;
}

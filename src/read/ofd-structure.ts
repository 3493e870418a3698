/**
 * The structure of an OFD package: its documents, their pages and templates.
 *
 * @module
 */
import type { ReaderContext } from './reader-context';
import { parseXml } from './xml-events';

/** Left, top, width, height, in millimetres. */
export type OfdBox = readonly [x: number, y: number, width: number, height: number];

/** A document of a package. */
export interface OfdDocument {
  /** Places of the pages in the package, in order. */
  readonly pages: readonly string[];
  /** Places of the templates, by their id. */
  readonly templates: ReadonlyMap<string, string>;
  readonly box: OfdBox;
}

/** A4, for a document that does not say. */
const DEFAULT_BOX: OfdBox = [0, 0, 210, 297];

/** The places of the documents that `OFD.xml` names. */
export function readOfdRoot(bytes: Uint8Array, context: ReaderContext): readonly string[] {
  const places: string[] = [];
  collectTexts(bytes, context, (name, text) => {
    if (name === 'DocRoot') places.push(resolvePlace('', text));
  });
  return places;
}

/** The pages and templates of `Document.xml`, which stands at `place`. */
export function readOfdDocument(
  bytes: Uint8Array,
  place: string,
  context: ReaderContext,
): OfdDocument {
  const folder = place.slice(0, place.lastIndexOf('/') + 1);
  const pages: string[] = [];
  const templates = new Map<string, string>();
  let box: OfdBox | undefined;
  collectTexts(
    bytes,
    context,
    (name, text) => {
      if (name === 'PhysicalBox') box ??= readOfdBox(text);
    },
    (name, attributes) => {
      const location = attributes['BaseLoc'];
      if (location === undefined) return;
      if (name === 'Page') pages.push(resolvePlace(folder, location));
      else if (name === 'TemplatePage') {
        templates.set(attributes['ID'] ?? '', resolvePlace(folder, location));
      }
    },
  );
  return { pages, templates, box: box ?? DEFAULT_BOX };
}

/** The numbers of a box; undefined where they are no four numbers. */
export function readOfdBox(text: string): OfdBox | undefined {
  const [x, y, width, height] = text.trim().split(/\s+/).map(Number);
  if (x === undefined || y === undefined || width === undefined || height === undefined) {
    return undefined;
  }
  return [x, y, width, height].every(Number.isFinite) ? [x, y, width, height] : undefined;
}

/** A place as the package names it: absolute from its root, else below the folder. Parts that climb go no higher than the root. */
function resolvePlace(folder: string, location: string): string {
  const whole = location.startsWith('/') ? location : `${folder}${location}`;
  const parts: string[] = [];
  for (const part of whole.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function collectTexts(
  bytes: Uint8Array,
  context: ReaderContext,
  onText: (name: string, text: string) => void,
  onOpen?: (name: string, attributes: Readonly<Record<string, string | undefined>>) => void,
): void {
  let value = '';
  parseXml(
    bytes,
    {
      open: (name, attributes) => {
        value = '';
        onOpen?.(name, attributes);
      },
      close: (name) => {
        onText(name, value.trim());
        value = '';
      },
      text: (text) => {
        value += text;
      },
    },
    context,
  );
}

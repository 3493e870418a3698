/**
 * parseXml: the elements and texts of an XML document, in order, as calls.
 *
 * @module
 */
import { Parser } from 'htmlparser2';
import { decodeText } from './decode-text';
import { refuseBeyond, refuseDamaged } from './read-fault';
import type { ReaderContext } from './reader-context';

/** Attributes by their names without prefix. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** What is called for the parts of a document. Names come without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void;
  close(name: string): void;
  text?(text: string): void;
}

/**
 * Calls a handler for every element and text of an XML document. Linear. No entity is known but the five of XML and numbers, nothing is loaded, and a document
 * type declaration is refused: office formats have none, and whoever writes one is up to something.
 *
 * @throws ZhengceError `invalid-input` where elements do not nest, the document breaks off, or it has a document type declaration
 * @throws ZhengceError `input-too-large` above `maxDepth`
 */
export function parseXml(
  bytes: Uint8Array,
  handler: XmlHandler,
  { path, limits }: ReaderContext,
): void {
  let depth = 0;
  // A tag closed by `/>` counts as implied like one that was never closed; but nothing came in between.
  let isFresh = false;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        if (depth > limits.maxDepth) {
          throw refuseBeyond(path, limits, 'maxDepth', depth, 'elements inside one another');
        }
        isFresh = true;
        handler.open(dropPrefix(name), dropPrefixes(attributes));
      },
      onclosetag: (name, isImplied) => {
        if (isImplied && !isFresh) throw refuseDamaged(path, 'XML', `<${name}> without its end`);
        isFresh = false;
        depth -= 1;
        handler.close(dropPrefix(name));
      },
      ontext: (text) => {
        isFresh = false;
        handler.text?.(text);
      },
      onprocessinginstruction: (name) => {
        if (name.toLowerCase() === '!doctype') {
          throw refuseDamaged(path, 'XML', 'a document type declaration');
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(decodeText(bytes, path).text);
}

function dropPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function dropPrefixes(attributes: Record<string, string>): XmlAttributes {
  const plain: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined && !name.startsWith('xmlns')) plain[dropPrefix(name)] = value;
  }
  return plain;
}

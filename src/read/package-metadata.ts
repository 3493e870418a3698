/**
 * readPackageMetadata: what a document package says of itself: docProps/core.xml, meta.xml, DocInfo.
 *
 * @module
 */
import type { ReadMetadata } from './read-result';
import type { ReaderContext } from './reader-context';
import { parseXml } from './xml-events';

type Key = keyof ReadMetadata;

/** Elements of Dublin Core, OpenDocument and OFD by their names without prefix. */
const KEYS: ReadonlyMap<string, Key> = new Map<string, Key>([
  ['title', 'title'],
  ['Title', 'title'],
  ['creator', 'author'],
  ['initial-creator', 'author'],
  ['Author', 'author'],
  ['keywords', 'keywords'],
  ['keyword', 'keywords'],
  ['created', 'createdOn'],
  ['creation-date', 'createdOn'],
  ['CreationDate', 'createdOn'],
]);
/** Longest value that is kept, in code units. */
const MAX_VALUE = 1_000;

/** Whether a stated title may be one: word processors put there whatever the file was first called. */
export function isTitle(text: string): boolean {
  return /[\u4e00-\u9fff]{4}/.test(text) && !/\.[a-z]{3,4}$|^(?:microsoft|新建|文档)/i.test(text);
}

/** The metadata of an XML part; of a key that comes twice the first value. Linear. */
export function readPackageMetadata(bytes: Uint8Array, context: ReaderContext): ReadMetadata {
  const metadata: Partial<Record<Key, string>> = {};
  let key: Key | undefined;
  let value = '';
  parseXml(
    bytes,
    {
      open: (name) => {
        key = KEYS.get(name);
        value = '';
      },
      close: () => {
        const text = value.trim();
        if (key !== undefined && text !== '' && (key !== 'title' || isTitle(text))) {
          metadata[key] ??= text.slice(0, MAX_VALUE);
        }
        key = undefined;
      },
      text: (text) => {
        if (key !== undefined) value += text;
      },
    },
    context,
  );
  return metadata;
}

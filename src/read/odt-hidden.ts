/**
 * readHiddenStyles: the styles of an OpenDocument text whose text is hidden.
 *
 * @module
 */
import type { ReaderContext } from './reader-context';
import { parseXml, type XmlAttributes } from './xml-events';

/** The family and name of each style of a part that hides its text itself: `text T1`. */
export function readHiddenStyles(bytes: Uint8Array, context: ReaderContext): readonly string[] {
  const hidden: string[] = [];
  let style = '';
  const open = (name: string, attributes: XmlAttributes): void => {
    if (name === 'style') style = `${attributes['family'] ?? ''} ${attributes['name'] ?? ''}`;
    else if (name === 'text-properties' && attributes['display'] === 'none') hidden.push(style);
  };
  const close = (name: string): void => {
    if (name === 'style') style = '';
  };
  parseXml(bytes, { open, close }, context);
  return hidden;
}

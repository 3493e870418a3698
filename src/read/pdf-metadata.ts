/**
 * describePdfInfo: what a PDF says of itself.
 *
 * @module
 */
import { isTitle } from './package-metadata';
import type { ReadMetadata } from './read-result';

/** The metadata of an information dictionary. Dates come as `YYYY-MM-DD`. */
export function describePdfInfo(info: object): ReadMetadata {
  const read = (key: string): string | undefined => {
    const value: unknown = Object.getOwnPropertyDescriptor(info, key)?.value;
    return typeof value === 'string' && value.trim() !== ''
      ? value.trim().slice(0, 1_000)
      : undefined;
  };
  const title = read('Title');
  const date = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(read('CreationDate') ?? '');
  const found = {
    title: title !== undefined && isTitle(title) ? title : undefined,
    author: read('Author'),
    keywords: read('Keywords'),
    createdOn: date === null ? undefined : date.slice(1).join('-'),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

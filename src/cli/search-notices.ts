/**
 * What `zhengce search` says on standard error of a result that would mislead by itself.
 *
 * @module
 */
import type { SearchNotice } from '../search';

/** What a field is called in sentences. */
const FIELD_NAMES = { region: 'region', issuer: 'issuer', genre: 'genre', year: 'date' } as const;

/** A notice as a sentence. */
export function describeNotice(notice: SearchNotice): string {
  switch (notice.kind) {
    case 'unknown-value': {
      const { field, value, known, more } = notice;
      const carrier = field === 'task' || field === 'action' ? 'passage' : 'document';
      return `no ${carrier} has ${field}:${value}${list('; there are', known)}${known.length > 0 && more > 0 ? ` and ${more} more` : ''}`;
    }
    case 'lacking': {
      const { field, passages, documents } = notice;
      const name = FIELD_NAMES[field];
      return `${count(passages, 'more passage')} of ${count(documents, 'document')} would match, but no ${name} is known of ${documents === 1 ? 'it' : 'them'}`;
    }
    case 'unknown-number': {
      const { number, citations, similar } = notice;
      const cited =
        citations === 0
          ? 'and none cites it'
          : `${count(citations, 'passage')} ${citations === 1 ? 'cites' : 'cite'} it`;
      return `no document has the number ${number}, ${cited}${list('; near it are', similar)}`;
    }
  }
}

function list(introduction: string, values: readonly string[]): string {
  return values.length === 0 ? '' : `${introduction} ${values.join(', ')}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/**
 * The query of a command line, with the filters of `--filter`.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';
import { type FilterClause, parseQuery, type Query } from '../search';

/**
 * The query that `text` says, restricted by filters of the form `field=value`. They stand behind it in the text of the query, as if typed there: corrections are made by the places of clauses.
 *
 * @throws ZhengceError `invalid-query` for a malformed query, `invalid-argument` for a filter that is none
 */
export function readSearchQuery(text: string, filters: readonly string[]): Query {
  const clauses = [...parseQuery(text).clauses];
  let joined = text;
  for (const filter of filters) {
    const { clause, written } = readFilterArgument(filter);
    const start = joined === '' ? 0 : joined.length + 1;
    joined = joined === '' ? written : `${joined} ${written}`;
    const { span } = clause;
    clauses.push({ ...clause, span: { start: start + span.start, end: start + span.end } });
  }
  return { text: joined, clauses };
}

interface WrittenFilter {
  readonly clause: FilterClause;
  /** As it is typed in a query. */
  readonly written: string;
}

function readFilterArgument(argument: string): WrittenFilter {
  const equals = argument.indexOf('=');
  const field = argument.slice(0, equals);
  const value = argument.slice(equals + 1);
  const written = /\s/.test(value) ? `${field}:"${value}"` : `${field}:${value}`;
  const [clause, ...others] = equals > 0 && value !== '' ? tryParse(written) : [];
  if (clause?.kind === 'filter' && others.length === 0) return { clause, written };
  throw new ZhengceError(
    'invalid-argument',
    `search: expected field=value, the field one of task, action, region, issuer, genre, year, doc, and a year as 2021 or 2021..2023, received ${describeReceived(argument)} (--filter)`,
  );
}

function tryParse(text: string): Query['clauses'] {
  try {
    return parseQuery(text).clauses;
  } catch (error) {
    if (error instanceof ZhengceError) return [];
    throw error;
  }
}

/**
 * Checks a table of synonyms that somebody brings along.
 *
 * @module
 */
import * as z from 'zod/mini';
import { describeReceived, ZhengceError } from '../../errors';
import { createSynonyms } from './create-synonyms';
import type { Synonyms, SynonymTable } from './model';

/** Longest term, in UTF-16 code units. */
const MAX_TERM_LENGTH = 100;

let schema: z.ZodMiniType<SynonymTable> | undefined;

/**
 * The synonyms of a table in the form of `corpus/search/synonyms.json`: `{id, version, groups: [{topic, entries}]}`, an entry being
 * `{equal: [term, term, …], weight?}` or `{find: [term, …], also: [term, …], weight?}`. Terms are folded.
 *
 * @throws ZhengceError `invalid-input` where the value does not have that form; the message names the first place
 * @example
 * loadSynonyms({ id: 'own', version: '1', groups: [{ topic: 'x', entries: [{ equal: ['数智化', '数字化智能化'] }] }] })
 *   .find('数智化转型')[0]?.alternatives.map(({ text }) => text) // => ['数字化智能化']
 */
export function loadSynonyms(value: unknown): Synonyms {
  schema ??= createSchema();
  const result = z.safeParse(schema, value, { reportInput: true });
  if (result.success) return createSynonyms(result.data);
  const [issue] = result.error.issues;
  const path = issue?.path.map((part) =>
    typeof part === 'number' ? `[${part}]` : `.${String(part)}`,
  );
  const place = `synonyms${path?.join('') ?? ''}`;
  throw new ZhengceError(
    'invalid-input',
    `loadSynonyms: expected ${issue?.message ?? 'a table of synonyms'}, received ${describeReceived(issue?.input)} (${place})`,
    { details: { path: issue?.path ?? [] } },
  );
}

/** Every schema has for its message what it expects. */
function createSchema(): z.ZodMiniType<SynonymTable> {
  const termForm = `a term of 1 to ${MAX_TERM_LENGTH} characters with a letter, a digit or a Chinese character`;
  const isTerm = (term: string): boolean =>
    term.length <= MAX_TERM_LENGTH && /[\p{L}\p{N}]/u.test(term) && !/\p{Surrogate}/u.test(term);
  const term = z.string(termForm).check(z.refine(isTerm, termForm));
  const listTerms = (least: number) => {
    const form = `a list of at least ${least} terms, all different`;
    const isList = (terms: readonly string[]): boolean =>
      terms.length >= least && new Set(terms).size === terms.length;
    return z.array(term, form).check(z.refine(isList, form));
  };
  const weightForm = 'a weight above 0 and below 1';
  const isWeight = (weight: number): boolean => weight > 0 && weight < 1;
  const weight = z.optional(z.number(weightForm).check(z.refine(isWeight, weightForm)));
  const entryForm = 'an entry {equal, weight?} or {find, also, weight?}';
  const entry = z.union(
    [
      z.strictObject({ equal: listTerms(2), weight }, entryForm),
      z.strictObject({ find: listTerms(1), also: listTerms(1), weight }, entryForm),
    ],
    entryForm,
  );
  const text = z.string('a text').check(z.minLength(1, 'a text that is not empty'));
  const group = z.strictObject(
    { topic: text, entries: z.array(entry, 'a list of entries') },
    'a group {topic, entries}',
  );
  return z.strictObject(
    { id: text, version: text, groups: z.array(group, 'a list of groups') },
    'a table {id, version, groups}',
  );
}

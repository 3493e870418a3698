/**
 * More like this: the passages that share what tells a passage from others.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';
import type { Segmenter } from '../segment';
import { selectSalientTerms } from './assist';
import type { IndexedDocument, IndexedPassage, SearchOptions, SearchResult } from './model';
import type { WeightedTerm } from './plan-query';
import type { Vocabulary } from './vocabulary';

/** Options of `SearchIndex.findSimilar`; those of a search, but its terms have no synonyms. `highlight` marks what the passages share. */
export interface FindSimilarOptions extends Omit<SearchOptions, 'synonyms'> {
  /** Most terms that are asked for. Range 1 to 200, default 25. Raising it asks for more of what the passage says, and for less that is special. */
  readonly maxTerms?: number;
  /** Whether passages of the same document count. Default false. */
  readonly sameDocument?: boolean;
}

/** What similar passages are found with. */
export interface FindSimilarParts {
  readonly located:
    | { readonly passage: IndexedPassage; readonly document: IndexedDocument }
    | undefined;
  readonly vocabulary: Vocabulary;
  readonly segmenter: Segmenter;
  readonly searchTerms: (terms: readonly WeightedTerm[], options: SearchOptions) => SearchResult;
}

/**
 * The passages that share most of a passage's salient terms, the passage itself left out.
 *
 * @throws ZhengceError `invalid-argument` where no passage has the id, or an option is outside its range
 */
export function findSimilarPassages(
  { located, vocabulary, segmenter, searchTerms }: FindSimilarParts,
  id: string,
  { maxTerms = 25, sameDocument = false, ...options }: FindSimilarOptions,
): SearchResult {
  if (located === undefined) {
    throw createFault('the id of a passage', id, 'id');
  }
  if (!Number.isInteger(maxTerms) || maxTerms < 1 || maxTerms > 200) {
    throw createFault('an integer from 1 to 200', maxTerms, 'maxTerms');
  }
  const { passage, document } = located;
  const { exclude = {} } = options;
  const excluded = sameDocument
    ? { ...exclude, passage: [...(exclude.passage ?? []), id] }
    : { ...exclude, document: [...(exclude.document ?? []), document.id] };
  const terms = selectSalientTerms(passage.text, segmenter, vocabulary, { maxTerms });
  return searchTerms(terms, { ...options, exclude: excluded });
}

function createFault(expected: string, received: unknown, where: string): ZhengceError {
  return new ZhengceError(
    'invalid-argument',
    `findSimilar: expected ${expected}, received ${describeReceived(received)} (${where})`,
  );
}

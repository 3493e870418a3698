/**
 * What a document says that is definite: its targets, bodies, places and directive words, by passage.
 *
 * @module
 */
import type { PassageId } from '../document';
import {
  extractBodies,
  extractTargets,
  type ResponsibleBody,
  scoreWording,
  type Target,
  type Wording,
} from '../extract';
import type { TaggedDocument, TaggedPassage } from '../tag';
import { joinSpans, normalizeText, type Span } from '../text';
import { createPlaceFinder } from './own-places';

/** What a document says that is definite. */
export interface DocumentFacts {
  readonly targets: readonly Target[];
  readonly targetsOf: ReadonlyMap<PassageId, readonly Target[]>;
  /** Bodies that are named and not of the centre, by the passages that they answer for. */
  readonly bodiesOf: ReadonlyMap<PassageId, readonly ResponsibleBody[]>;
  readonly placesOf: ReadonlyMap<PassageId, readonly Span[]>;
  readonly wording: Wording;
}

/** The facts of a document. Linear in the text. */
export function gatherFacts(document: TaggedDocument): DocumentFacts {
  const targets = extractTargets(document);
  const bodies = extractBodies(document).filter(({ collective }) => !collective);
  return {
    targets,
    targetsOf: groupBy(targets, ({ passageId }) => [passageId]),
    bodiesOf: groupBy(bodies, ({ passageId, taskPassageIds }) => [
      ...new Set([passageId, ...taskPassageIds]),
    ]),
    placesOf: findPlaces(document),
    wording: scoreWording(document),
  };
}

function groupBy<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly PassageId[],
): ReadonlyMap<PassageId, readonly T[]> {
  const groups = new Map<PassageId, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}

function findPlaces(document: TaggedDocument): ReadonlyMap<PassageId, readonly Span[]> {
  const find = createPlaceFinder(document);
  return new Map(
    document.passages
      .filter(({ tags }) => tags.length > 0)
      .map((passage) => [passage.id, locatePlaces(document, passage, find)]),
  );
}

function locatePlaces(
  document: TaggedDocument,
  { text, pieces }: TaggedPassage,
  find: (text: string) => readonly Span[],
): readonly Span[] {
  const folded = normalizeText(text);
  const found = find(folded.text);
  if (found.length === 0) return [];
  const joined = joinSpans(document.source, pieces);
  return found
    .map((span) => joined.spanToSource(folded.spanToSource(span)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

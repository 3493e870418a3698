/**
 * What a document says that is definite: its targets, bodies, places and directive words, by passage.
 *
 * @module
 */
import type { PassageId } from '../document';
import {
  extractBodies,
  extractTargets,
  type Figure,
  findFigures,
  type ResponsibleBody,
  scoreWording,
  type Target,
  type Wording,
} from '../extract';
import type { TaggedDocument, TaggedPassage } from '../tag';
import { joinSpans, normalizeText, type Span } from '../text';
import { findMeasures, type NamedMeasure } from './named-measures';
import { createPlaceFinder } from './own-places';

/** What a document says that is definite. */
export interface DocumentFacts {
  readonly targets: readonly Target[];
  readonly targetsOf: ReadonlyMap<PassageId, readonly Target[]>;
  /** Bodies that are named and not of the centre, by the passages that they answer for. */
  readonly bodiesOf: ReadonlyMap<PassageId, readonly ResponsibleBody[]>;
  readonly placesOf: ReadonlyMap<PassageId, readonly Span[]>;
  /** Measures that tagged passages name, spans into the source. */
  readonly measuresOf: ReadonlyMap<PassageId, readonly NamedMeasure[]>;
  /** Figures of tagged passages, promised or reported, spans into the source. */
  readonly figuresOf: ReadonlyMap<PassageId, readonly Figure[]>;
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
    placesOf: findInTagged(document, createPlaceFinder(document)),
    measuresOf: findInTagged(document, findMeasures),
    figuresOf: findInTagged(document, findFigures),
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

/** What is found in the folded text of tagged passages, at its place in the source, by place. */
function findInTagged<T extends Span>(
  document: TaggedDocument,
  find: (text: string) => readonly T[],
): ReadonlyMap<PassageId, readonly T[]> {
  return new Map(
    document.passages
      .filter(({ tags }) => tags.length > 0)
      .map((passage) => [passage.id, locate(document, passage, find)]),
  );
}

function locate<T extends Span>(
  document: TaggedDocument,
  { text, pieces }: TaggedPassage,
  find: (text: string) => readonly T[],
): readonly T[] {
  const folded = normalizeText(text);
  const found = find(folded.text);
  if (found.length === 0) return [];
  const joined = joinSpans(document.source, pieces);
  return found
    .map((each) => ({ ...each, ...joined.spanToSource(folded.spanToSource(each)) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

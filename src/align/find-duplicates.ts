/**
 * Near-duplicates and partial reuse within a collection.
 *
 * @module
 */
import type { DocumentId } from '../document';
import { createReuseIndex } from './find-reuse';
import { listFingerprints } from './fingerprints';
import type { ReuseText } from './reuse-text';
import { hashRun } from './seed-index';

/** From where on documents of a collection belong together. */
export interface DuplicateSettings {
  /** Share of letters, of both documents, that makes them duplicates: a draft and its revision are none. */
  readonly minDuplicate: number;
  /** Share of letters, of either document, that makes a pair worth telling. */
  readonly minPartial: number;
  /** Of the documents that have a fingerprint, how many each is compared with: those that follow it by id. Many copies are one group all the same. Raising it costs time in proportion. */
  readonly maxPartners: number;
}

/** The defaults of {@link DuplicateSettings}. */
export const DEFAULT_DUPLICATE_SETTINGS: DuplicateSettings = Object.freeze({
  minDuplicate: 0.96,
  minPartial: 0.2,
  maxPartners: 24,
});

/** A document of a collection. */
export interface CollectionText {
  readonly id: DocumentId;
  /** Its letters, by `prepareDocument` or `prepareText`. */
  readonly text: ReuseText;
}

/** Two documents that have text in common. */
export interface SharedText {
  /** `a` is before `b` by id. */
  readonly a: DocumentId;
  /** The other one, after `a` by id. */
  readonly b: DocumentId;
  /** Letters of the document that stand in the other / its letters, in [0, 1]. */
  readonly shareOfA: number;
  /** The same of `b`. */
  readonly shareOfB: number;
  /** Runs of eight letters that stand word for word in the other / its runs, in [0, 1]: the containment of Broder (1997). Each edit costs eight runs, so that it is lower. */
  readonly verbatimOfA: number;
  /** The same of `b`. */
  readonly verbatimOfB: number;
}

/** What the documents of a collection have in common. */
export interface SharedTexts {
  /** Documents that are copies of one another, by id; groups by their first. */
  readonly groups: readonly (readonly DocumentId[])[];
  /** All pairs above `minPartial`, duplicates included, by share, greatest first; ties by id. */
  readonly pairs: readonly SharedText[];
}

/**
 * The near-duplicates and partial copies among documents, found without being told.
 *
 * Pairs with enough fingerprints in common are aligned, and their shares are those of text reuse. Groups are what pairs above `minDuplicate` connect. Their order changes nothing.
 * Time grows with the texts, and with the pairs that have something in common.
 */
export function findSharedTexts(
  documents: readonly CollectionText[],
  settings: DuplicateSettings = DEFAULT_DUPLICATE_SETTINGS,
): SharedTexts {
  const sorted = [...documents].sort((a, b) => compareIds(a.id, b.id));
  const pairs = listCandidates(sorted, settings)
    .map(([a, b]) => alignPair(a, b))
    .filter(({ shareOfA, shareOfB }) => Math.max(shareOfA, shareOfB) >= settings.minPartial)
    .sort(
      (x, y) =>
        Math.max(y.shareOfA, y.shareOfB) - Math.max(x.shareOfA, x.shareOfB) ||
        compareIds(x.a, y.a) ||
        compareIds(x.b, y.b),
    );
  return { groups: connect(pairs, settings.minDuplicate), pairs };
}

/** By code units, whatever the locale. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type Pair = readonly [CollectionText, CollectionText];

/** Pairs with half as many fingerprints in common as their shares would need: edits break fingerprints. */
function listCandidates(
  documents: readonly CollectionText[],
  { minPartial, maxPartners }: DuplicateSettings,
): readonly Pair[] {
  const prints = documents.map(({ text }) => listFingerprints(text));
  const holders = new Map<number, number[]>();
  prints.forEach((list, document) => {
    for (const print of list) {
      const known = holders.get(print);
      if (known === undefined) holders.set(print, [document]);
      else known.push(document);
    }
  });
  const common = countCommon(holders, maxPartners, documents.length);
  const pairs: Pair[] = [];
  for (const [key, count] of [...common].sort(([x], [y]) => x - y)) {
    const [i, j] = [Math.floor(key / documents.length), key % documents.length];
    const fewer = Math.min(prints[i]?.length ?? 0, prints[j]?.length ?? 0);
    const [a, b] = [documents[i], documents[j]];
    if (a !== undefined && b !== undefined && count * 2 >= fewer * minPartial) pairs.push([a, b]);
  }
  return pairs;
}

function countCommon(
  holders: ReadonlyMap<number, readonly number[]>,
  maxPartners: number,
  documents: number,
): ReadonlyMap<number, number> {
  const common = new Map<number, number>();
  for (const list of holders.values()) {
    list.forEach((a, i) => {
      for (const b of list.slice(i + 1, i + 1 + maxPartners)) {
        const key = a * documents + b;
        common.set(key, (common.get(key) ?? 0) + 1);
      }
    });
  }
  return common;
}

function alignPair(a: CollectionText, b: CollectionText): SharedText {
  const [coveredA, coveredB] = [
    new Uint8Array(a.text.letters.length),
    new Uint8Array(b.text.letters.length),
  ];
  for (const { aStart, aEnd, bStart, bEnd } of createReuseIndex(b.text).find(a.text)) {
    coveredA.fill(1, aStart, aEnd);
    coveredB.fill(1, bStart, bEnd);
  }
  const [runsA, runsB] = [listRuns(a.text), listRuns(b.text)];
  return {
    a: a.id,
    b: b.id,
    shareOfA: shareOf(coveredA),
    shareOfB: shareOf(coveredB),
    verbatimOfA: shareRuns(runsA, runsB),
    verbatimOfB: shareRuns(runsB, runsA),
  };
}

/** Letters of a run that is told word for word. */
const VERBATIM_RUN = 8;

function listRuns({ letters }: ReuseText): ReadonlySet<number> {
  const runs = new Set<number>();
  for (let at = 0; at + VERBATIM_RUN <= letters.length; at += 1)
    runs.add(hashRun(letters, at, VERBATIM_RUN));
  return runs;
}

function shareRuns(own: ReadonlySet<number>, others: ReadonlySet<number>): number {
  let shared = 0;
  for (const run of own) if (others.has(run)) shared += 1;
  return own.size === 0 ? 0 : shared / own.size;
}

function shareOf(covered: Uint8Array): number {
  return covered.length === 0 ? 0 : covered.reduce((sum, flag) => sum + flag, 0) / covered.length;
}

/** The groups that pairs of duplicates connect. */
function connect(
  pairs: readonly SharedText[],
  minDuplicate: number,
): readonly (readonly DocumentId[])[] {
  const groupOf = new Map<DocumentId, Set<DocumentId>>();
  for (const { a, b, shareOfA, shareOfB } of pairs) {
    if (Math.min(shareOfA, shareOfB) < minDuplicate) continue;
    const group = new Set([...(groupOf.get(a) ?? [a]), ...(groupOf.get(b) ?? [b])]);
    for (const member of group) groupOf.set(member, group);
  }
  return [...new Set(groupOf.values())]
    .map((group) => [...group].sort(compareIds))
    .sort(([a = ''], [b = '']) => compareIds(a, b));
}

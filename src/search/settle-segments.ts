/**
 * The merge policy: when segments are written anew.
 *
 * @module
 */
import { MAX_SEGMENT_PASSAGES } from './index-segment';
import { createLiveSegment, type LiveSegment } from './live-segment';
import { mergeSegments } from './merge-segments';

/** Share of removed passages from which a segment is written anew. Raising it saves work and wastes memory. */
const MAX_DELETED_SHARE = 1 / 3;

/** Neighbours are merged unless the first is this many times the second. Raising it gives fewer segments and more work. */
const GROWTH = 2;

/**
 * The segments as the policy wants them:
 *
 * - a segment without live passages goes, and one that has lost more than a third of them is written anew;
 * - neighbours are merged unless the first is at least twice the second, or both together are more than a segment holds.
 *
 * So sizes fall by half from segment to segment behind the full ones, and a passage is written anew O(log n) times at most
 * while others are added. Only neighbours are merged: the order of the passages never changes.
 */
export function settleSegments(segments: readonly LiveSegment[]): readonly LiveSegment[] {
  const settled: LiveSegment[] = [];
  for (const segment of segments) {
    if (segment.liveCount === 0) continue;
    settled.push(isWasteful(segment) ? rewrite([segment]) : segment);
    mergeTail(settled);
  }
  return settled;
}

/** As few segments as hold the passages in order, none of them with tombstones. O(index). */
export function compactSegments(segments: readonly LiveSegment[]): readonly LiveSegment[] {
  const groups: LiveSegment[][] = [];
  let room = 0;
  for (const segment of segments) {
    if (segment.liveCount === 0) continue;
    const group = groups.at(-1);
    if (group !== undefined && segment.liveCount <= room) group.push(segment);
    else {
      groups.push([segment]);
      room = MAX_SEGMENT_PASSAGES;
    }
    room -= segment.liveCount;
  }
  return groups.map((group) => {
    const [first] = group;
    const isClean = group.length === 1 && first?.deleted === undefined;
    return isClean && first !== undefined ? first : rewrite(group);
  });
}

function isWasteful({ segment, liveCount }: LiveSegment): boolean {
  return segment.passageCount - liveCount > segment.passageCount * MAX_DELETED_SHARE;
}

function mergeTail(settled: LiveSegment[]): void {
  for (;;) {
    const last = settled.at(-1);
    const previous = settled.at(-2);
    if (last === undefined || previous === undefined) return;
    const total = previous.liveCount + last.liveCount;
    if (previous.liveCount >= GROWTH * last.liveCount || total > MAX_SEGMENT_PASSAGES) return;
    settled.splice(-2, 2, rewrite([previous, last]));
  }
}

function rewrite(segments: readonly LiveSegment[]): LiveSegment {
  return createLiveSegment(mergeSegments(segments), undefined);
}

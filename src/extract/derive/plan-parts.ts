/**
 * Divides a plan into the parts that become concepts: which sections, at which level, and what is left out.
 *
 * @module
 */
import type { PolicyDocument, Section } from '../../document';
import { isFrameHeading } from './frame-headings';

/** A section that becomes a concept, with the sections above it within the plan's body. */
export interface PlanPart {
  readonly section: Section;
  /** Outermost first; none at the first level. */
  readonly above: readonly Section[];
}

/** A section that becomes none. */
export interface LeftOut {
  readonly section: Section;
  readonly reason: 'frame' | 'attachment';
}

/** A plan divided. */
export interface PlanDivision {
  /** The section that the body is; undefined where the body is the whole document. */
  readonly body: Section | undefined;
  /** Depth within the body, from 1. */
  readonly level: number;
  readonly parts: readonly PlanPart[];
  readonly leftOut: readonly LeftOut[];
}

/** Fewer parts are too coarse to tag by, more are too fine. */
export const PART_COUNT: { readonly least: number; readonly most: number } = { least: 5, most: 40 };

/**
 * The division of a plan at `level`; where none is given, at the first level that has 5 to 40 parts, or else the one whose number of
 * parts is nearest to that, ties to the first. A branch that ends above the level is a part as it is. Frame chapters and attachments are left out, but for an attachment or
 * enclosed document that holds more than half of the text: that one is the body. Linear in the sections, times levels.
 */
export function dividePlan(document: PolicyDocument, level?: number): PlanDivision {
  const { body, roots } = findBody(document.sections, document.source.length);
  const deepest = Math.max(1, ...roots.map((section) => measureDepth(section)));
  const levels = Array.from({ length: deepest }, (_, index) => index + 1);
  const divisions = (level === undefined ? levels : [level]).map((at) => divideAt(roots, at));
  const best = divisions.reduce((a, b) => (isNearer(b, a) ? b : a));
  return { body, ...best };
}

type Division = Omit<PlanDivision, 'body'>;

function isNearer(a: Division, b: Division): boolean {
  return distance(a.parts.length) < distance(b.parts.length);
}

/** How many times as many or as few parts as wanted. */
function distance(count: number): number {
  const { least, most } = PART_COUNT;
  if (count === 0) return Infinity;
  return Math.max(1, least / count, count / most);
}

interface Body {
  readonly body: Section | undefined;
  readonly roots: readonly Section[];
}

function findBody(sections: readonly Section[], length: number): Body {
  const enclosed = sections.find(
    ({ kind, span }) =>
      (kind === 'document' || kind === 'attachment') && span.end - span.start > length / 2,
  );
  if (enclosed === undefined) return { body: undefined, roots: sections };
  const { body, roots } = findBody(enclosed.children, enclosed.span.end - enclosed.span.start);
  return { body: body ?? enclosed, roots };
}

/** Boxes and numbered sentences divide no plan. */
function isDivision({ kind, heading }: Section): boolean {
  return kind !== 'box' && heading !== '';
}

function measureDepth(section: Section): number {
  if (!isDivision(section) || reasonToLeaveOut(section) !== undefined) return 0;
  return 1 + Math.max(0, ...section.children.map(measureDepth));
}

function reasonToLeaveOut({ kind, heading }: Section): LeftOut['reason'] | undefined {
  if (kind === 'attachment' || kind === 'document') return 'attachment';
  return isFrameHeading(heading) ? 'frame' : undefined;
}

function divideAt(roots: readonly Section[], level: number): Division {
  const parts: PlanPart[] = [];
  const leftOut: LeftOut[] = [];
  const visit = (section: Section, above: readonly Section[]): void => {
    if (!isDivision(section)) return;
    const reason = reasonToLeaveOut(section);
    if (reason !== undefined) {
      leftOut.push({ section, reason });
      return;
    }
    const children = above.length + 1 < level ? section.children.filter(isDivision) : [];
    if (children.length === 0) parts.push({ section, above });
    else for (const child of children) visit(child, [...above, section]);
  };
  for (const root of roots) visit(root, []);
  return { level, parts, leftOut };
}

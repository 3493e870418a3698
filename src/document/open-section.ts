/**
 * Open sections: sections while they are being filled, and the frozen Section that comes of one.
 *
 * @module
 */
import type { Span } from '../text';
import type { MarkerStyle } from './markers';
import type { Section, SectionKind } from './model';
import type { HeadingPath } from './passages';

/** A section while it is being filled. Spans are in the source. */
export interface OpenSection {
  readonly kind: SectionKind;
  /** How its marker is written; undefined for a section without one. */
  readonly style: MarkerStyle | undefined;
  /** Smaller ranks contain larger ones. */
  readonly rank: number;
  readonly marker: string;
  readonly ordinal: number | undefined;
  heading: string;
  /** Marker and heading as written. */
  label: string;
  headingSpan: Span;
  /** Level of its Markdown heading, 0 for none. */
  readonly headingMark: number;
  end: number;
  readonly children: OpenSection[];
  /** Last ordinal per style among its children. */
  readonly lastOrdinals: Map<MarkerStyle, number>;
}

/** A section at its heading, with nothing under it yet. */
export function createOpenSection(
  opened: Omit<OpenSection, 'end' | 'children' | 'lastOrdinals'>,
): OpenSection {
  const { kind, style, rank, marker, ordinal, heading, label, headingSpan, headingMark } = opened;
  return {
    kind,
    style,
    rank,
    marker,
    ordinal,
    heading,
    label,
    headingSpan,
    headingMark,
    end: 0,
    children: [],
    lastOrdinals: new Map(),
  };
}

/** The sections that are open at a place, outermost first; their ranks rise. */
export type SectionStack = readonly OpenSection[];

/** The frozen Section of an open one, with all that is under it. Linear; as deep as there are ranks. */
export function freezeSection(section: OpenSection, level: number): Section {
  const { kind, marker, ordinal, heading, label, headingSpan, end, children } = section;
  return Object.freeze({
    kind,
    marker,
    ordinal,
    level,
    heading,
    label,
    headingSpan: Object.freeze(headingSpan),
    span: Object.freeze({ start: headingSpan.start, end }),
    children: Object.freeze(children.map((child) => freezeSection(child, level + 1))),
  });
}

/** The labels, places and kinds of the open sections, as passages carry them; frozen. */
export function createHeadingPath(stack: SectionStack): HeadingPath {
  return Object.freeze({
    texts: Object.freeze(stack.map((section) => section.label)),
    spans: Object.freeze(stack.map((section) => Object.freeze(section.headingSpan))),
    kinds: Object.freeze(stack.map((section) => section.kind)),
  });
}

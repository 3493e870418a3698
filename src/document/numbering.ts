/**
 * Numbering: which marker goes on with which, to tell headings from stray figures, ends of boxes and gaps.
 *
 * @module
 */
import type { Marker, MarkerStyle } from './markers';
import type { SectionStack } from './open-section';
import { rankMarker } from './section-ranks';

/** Styles in which figures, dates and table cells can look like numbering. */
const WEAK_STYLES: ReadonlySet<MarkerStyle> = new Set([
  'arabic',
  'decimal-2',
  'decimal-3',
  'decimal-4',
  'half-paren-arabic',
  'latin',
]);

/** The numbering of a document as far as it has been read. */
export class Numbering {
  /** Last ordinal per style anywhere, for numbering that runs on through the sections. */
  readonly #running = new Map<MarkerStyle, number>();
  /** Last ordinal per style of the outermost sections. */
  readonly #outermost = new Map<MarkerStyle, number>();

  /** Forgets everything: a document begins. */
  restart(): void {
    this.#running.clear();
    this.#outermost.clear();
  }

  /** Forgets what runs on through the sections: an attachment begins. */
  restartRunning(): void {
    this.#running.clear();
  }

  /** Whether a marker goes on with the numbering around it. `written` is the marker as written. */
  fits(marker: Marker, written: string, stack: SectionStack): boolean {
    const { style, ordinal } = marker;
    if (ordinal === undefined || ordinal === 1) return true;
    const before = [this.#around(marker, stack).get(style), this.#running.get(style)];
    return before.includes(ordinal - 1) || (isSubnumber(written) && before.includes(ordinal));
  }

  /** The last ordinal that a marker should have gone on with, 0 for none. */
  getLast(marker: Marker, stack: SectionStack): number {
    return this.#around(marker, stack).get(marker.style) ?? 0;
  }

  /** Whether a marker is out of sequence in a style that figures and tables also have: more likely one of those. */
  isStray(marker: Marker, text: string, stack: SectionStack): boolean {
    if (marker.ordinal === undefined || marker.ordinal === 1 || !WEAK_STYLES.has(marker.style))
      return false;
    if (/[。;]/.test(text) && marker.style !== 'decimal-2') return false;
    return !this.fits(marker, text.slice(0, marker.length), stack);
  }

  /** Keeps the ordinal of a marker, before its section is opened. */
  note(marker: Marker, stack: SectionStack): void {
    if (marker.ordinal === undefined) return;
    if (marker.kind === 'box' || !stack.some((section) => section.kind === 'box'))
      this.#running.set(marker.style, marker.ordinal);
    this.#around(marker, stack).set(marker.style, marker.ordinal);
  }

  /** Where in the stack the box stands that a marker ends, or −1. A box ends where the numbering around it goes on. */
  findEndedBox(marker: Marker, stack: SectionStack): number {
    const at = stack.findIndex((section) => section.kind === 'box');
    if (at === -1 || marker.kind === 'box') return -1;
    const inside = stack
      .slice(at)
      .findLast((section) => section.lastOrdinals.has(marker.style))
      ?.lastOrdinals.get(marker.style);
    const before = (marker.ordinal ?? 1) - 1;
    const goesOn = before > 0 && this.#running.get(marker.style) === before && inside !== before;
    const higher = marker.kind !== 'level' || marker.style === 'han';
    const restarts =
      marker.style === 'paren-han' &&
      inside === undefined &&
      stack.slice(0, at).every((section) => section.style !== 'paren-han');
    return goesOn || higher || restarts ? at : -1;
  }

  /** The numbering that `marker` would go on with: its parent's, or the text's where it is outermost. */
  #around(marker: Marker, stack: SectionStack): Map<MarkerStyle, number> {
    const rank = rankMarker(marker, stack);
    return stack.findLast((section) => section.rank < rank)?.lastOrdinals ?? this.#outermost;
  }
}

/** 第十条之一, 附件4-2: a number below the number. */
function isSubnumber(written: string): boolean {
  return /之|-\d/.test(written);
}

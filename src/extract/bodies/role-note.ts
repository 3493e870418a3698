/**
 * The RoleNote model: where a text says who answers for what, before names are read.
 *
 * @module
 */
import type { ListItem } from './body-lists';
import type { ResponsibilityRole } from './model';

/** A body named in a note, before its name is read. */
export interface NamedBody {
  readonly item: ListItem;
  readonly role: ResponsibilityRole;
}

/** A stretch of text that names who is responsible. */
export interface RoleNote {
  readonly start: number;
  readonly end: number;
  /** Where what they answer for stands: before the note, or (in a clause) around it. */
  readonly place: 'before' | 'around';
  readonly bodies: readonly NamedBody[];
}

/** Longest note that is read, in code units. */
export const LONGEST_NOTE = 600;

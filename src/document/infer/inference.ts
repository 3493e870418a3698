/**
 * Inferences: what a document does not state as title, signature or key with its value, but says in other words.
 *
 * All patterns are for normalised text.
 *
 * @module
 */
import type { Span } from '../../text';
import { type Block, getBlockSpan, sliceWords } from '../blocks';
import type { FrameRole } from '../frame-roles';
import type { Genre, Region, Section } from '../model';

/** The fields that can be inferred, as far as they are known. */
export interface KnownFields {
  readonly issuer: readonly string[];
  readonly genre: Genre | undefined;
  readonly issuedOn: string | undefined;
  readonly region: Region | undefined;
}

/** A field with its inferred value. */
export type InferredField =
  | { readonly field: 'issuer'; readonly value: readonly string[] }
  | { readonly field: 'genre'; readonly value: Genre }
  | { readonly field: 'issuedOn'; readonly value: string }
  | { readonly field: 'region'; readonly value: Region };

/** An inferred field, with the reason. */
export type Inference = InferredField & {
  /** Goes on after `… is inferred`. */
  readonly because: string;
  /** Where the words stand that say so: in the normalised text, or the section that they are the heading of. */
  readonly at: Span | Section;
};

/** What inferences are made from. */
export interface InferenceSources {
  /** The normalised text. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly roles: readonly (FrameRole | undefined)[];
  readonly sections: readonly Section[];
}

/** Code units of a text that are read for its place: by then it has said where it is from. */
export const PLACE_READ = 6000;

/** What one rule infers; it leaves out what is known. */
export type InferenceRule = (known: KnownFields, sources: InferenceSources) => readonly Inference[];

/** Where words of a block stand in the normalised text. */
export function locateWords(block: Block, { start, end }: Span): Span {
  return getBlockSpan(sliceWords(block, start, end) ?? block);
}

/**
 * Frame roles: the names for what stands around the body of a document and is no passage. Elements of GB/T 9704-2012.
 *
 * @module
 */

/** What a block is where it is no body text. */
export type FrameRole =
  | 'title'
  | 'subtitle'
  | 'red-head'
  | 'document-number'
  | 'addressee'
  | 'speaker'
  | 'date'
  | 'signature'
  | 'note'
  | 'metadata'
  | 'attachment-list';

/** The role of each block, by its index; undefined for body text. Filled by the passes over the frame. */
export type FrameRoles = (FrameRole | undefined)[];

/**
 * What the tagger takes and returns.
 *
 * @module
 */
import type { Passage, PolicyDocument } from '../document';
import type { ConceptId } from '../taxonomy';
import type { Span } from '../text';

/**
 * One reason for a tag: a span and what it contributes to the tag's rawScore.
 *
 * In a tagged document every span counts UTF-16 code units of the document's source, whatever the field; a title that does not stand in the source (the caller
 * gave it, or front matter said it) has the empty span at 0.
 */
export interface Evidence extends Span {
  /** Contribution to the rawScore; negative where it speaks against. With `explain` the weights of a tag's evidence add up to its rawScore; without, the light ones are left out. */
  readonly weight: number;
  /** What the span is part of. */
  readonly field: EvidenceField;
  /** For `heading`, the index in the passage's headingPath; for `neighbour`, −1 the passage before and 1 the one after; 0 otherwise. */
  readonly headingIndex: number;
  /** The lexicon entry or feature that matched, in normalised form. */
  readonly term: string;
}

/**
 * Where a piece of evidence stands: in the passage's text, a heading above it, the document's title, the passage before or after (`neighbour`), or
 * nowhere in particular (`document`: what the rest of the document is about, the length, the model's constant), with an empty span.
 */
export type EvidenceField = 'text' | 'heading' | 'title' | 'neighbour' | 'document';

/** A concept given to a passage. */
export interface Tag {
  /** Its id in the taxonomy. */
  readonly conceptId: ConceptId;
  /** The concept's notation: `T1`. */
  readonly code: string;
  /** Calibrated, in [0, 1]. */
  readonly score: number;
  /** Before calibration; any finite number. */
  readonly rawScore: number;
  /** By weight, heaviest first; ties by position. */
  readonly evidence: readonly Evidence[];
}

/** The score of a concept, tag or not. */
export interface ScoredCode {
  /** The concept's notation: `T1`. */
  readonly code: string;
  /** Calibrated, in [0, 1]. */
  readonly score: number;
}

/** What the tagger says of a passage. */
export interface PassageJudgement {
  /** By score, highest first; ties in the order of the taxonomy. None is a frequent and valid outcome. */
  readonly tags: readonly Tag[];
  /** `low` where the best score is near what makes a tag of its concept, above or below: a passage for a person to check. */
  readonly confidence: Confidence;
  /** How far the best score lies above what makes a tag of its concept, in log-odds; negative below, −Infinity where nothing speaks for any concept. */
  readonly margin: number;
  /** All concepts by score; present with the option `scores` only. */
  readonly scores?: readonly ScoredCode[];
}

/** How sure the tagger is of a passage's tags. */
export type Confidence = 'high' | 'low';

/** A passage with its tags. */
export interface TaggedPassage extends Passage, PassageJudgement {}

/** A document whose passages carry tags. */
export interface TaggedDocument extends Omit<PolicyDocument, 'passages'> {
  /** Those of the document, each with its tags, in reading order. */
  readonly passages: readonly TaggedPassage[];
}

/** A passage that stands alone, without its document. */
export interface PassageInput {
  /** Comes back as it is. */
  readonly id: string;
  /** As written. */
  readonly text: string;
  /** Title of the document it comes from. */
  readonly title?: string | undefined;
  /** Headings above it, outermost first. */
  readonly headingPath?: readonly string[] | undefined;
}

/**
 * The tags of a {@link PassageInput}. Here `text` evidence counts from the start of the passage's text, `heading` evidence
 * from the start of its heading, `title` evidence from the start of the title; there are no neighbours.
 */
export interface PassageTags extends PassageJudgement {
  /** That of the input. */
  readonly id: string;
}

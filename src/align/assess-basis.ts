/**
 * Whether a document gives the measures enough to rest on.
 *
 * @module
 */
import type { CountTotals } from './count-concepts';

/** What a document needs, so that its measures say something. */
export interface BasisSettings {
  /** Characters of reading text. Below, the document is `too-short`. Raising it trusts fewer documents. */
  readonly minCharacters: number;
  /** Characters of tagged passages. Below, or where the tagger is unsure of all of them, it is `off-topic`. */
  readonly minTaggedCharacters: number;
}

/** The defaults of {@link BasisSettings}: a page, and two paragraphs on the plan's subjects. */
export const DEFAULT_BASIS_SETTINGS: BasisSettings = Object.freeze({
  minCharacters: 300,
  minTaggedCharacters: 120,
});

/** Why a document has no measures. */
export interface BasisFault {
  readonly reason: 'too-short' | 'off-topic';
  readonly message: string;
}

/** Why a document is too short, or too far from the plan's subjects, to be measured; undefined where it is neither. */
export function assessBasis(
  { characters, taggedCharacters, taggedPassages, passages, unsureShare }: CountTotals,
  { minCharacters, minTaggedCharacters }: BasisSettings,
): BasisFault | undefined {
  if (characters < minCharacters) {
    return {
      reason: 'too-short',
      message: `expected at least ${String(minCharacters)} characters, received ${String(characters)}`,
    };
  }
  const isDoubtful = unsureShare === 1;
  if (taggedCharacters >= minTaggedCharacters && !isDoubtful) return undefined;
  return {
    reason: 'off-topic',
    message: `expected at least ${String(minTaggedCharacters)} characters on subjects of the plan, received ${String(taggedCharacters)} in ${String(taggedPassages)} of ${String(passages)} passages${isDoubtful ? ', all of them doubtful' : ''}`,
  };
}

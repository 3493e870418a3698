/**
 * fingerprintLexicon: a short name for what the lexicon of a taxonomy says.
 *
 * @module
 */
import type { Taxonomy } from '../../taxonomy';
import { digestTexts } from '../../text';

/** Eight hexadecimal digits that change when a term, a weight, a label or a cue does. Linear in the lexicon. */
export function fingerprintLexicon({ concepts, cues }: Taxonomy): string {
  const said = concepts.flatMap(({ notation, prefLabel, altLabels, hiddenLabels, lexicon }) => [
    notation,
    prefLabel,
    ...altLabels,
    ...hiddenLabels,
    ...lexicon.map(({ term, weight, with: cue = '' }) => `${term}\t${weight}\t${cue}`),
  ]);
  const heard = Object.entries(cues).flatMap(([name, terms]) => [name, ...terms]);
  return digestTexts([...said, ...heard].map((text) => `${text}\n`));
}

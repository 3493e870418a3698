/**
 * Shows where the words of a query stand in hits.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../../errors';
import type { Segmenter } from '../../segment';
import type { Span } from '../../text';
import type { FoundNumber } from '../number-matches';
import type { Query } from '../query';
import type { Synonyms } from '../synonyms';
import { chooseSnippets } from './choose-snippets';
import { createNeedleFinder, mergeSpans, type NeedleMatch } from './find-matches';
import type { Highlight, HighlightOptions, HitHighlight, Snippet } from './model';
import { listNeedles } from './needles';
import { createPassageMap, type PassageMap } from './passage-map';

/** The defaults of {@link HighlightOptions}. */
export const DEFAULT_HIGHLIGHT: Required<HighlightOptions> = { maxSnippets: 2, maxLength: 140 };

/** What is highlighted in: a passage, with the title of its document. */
export interface HighlightInput {
  readonly text: string;
  readonly pieces: readonly Span[];
  readonly headingPath: readonly string[];
  readonly title: string | undefined;
}

/** Highlights hits of one query. Immutable. */
export interface Highlighter {
  highlight(input: HighlightInput): HitHighlight;
}

/** Options of {@link createHighlighter}. */
export interface CreateHighlighterOptions extends HighlightOptions {
  readonly segmenter: Segmenter;
  /** The table that the query was expanded with. */
  readonly synonyms?: Synonyms | undefined;
  /** How much a folded word matters, at least 0: its idf. Default: its length. */
  readonly weigh?: (term: string) => number;
  /** What was found of the query's document numbers, by what was typed. Default: what was typed. */
  readonly numbers?: ReadonlyMap<string, FoundNumber>;
}

/**
 * A highlighter for a query: its phrases, its words but function words and single Chinese characters, and their synonyms are marked;
 * in a passage with none of these, pairs of Chinese characters. Building is linear in the query, highlighting in the passage.
 *
 * @throws ZhengceError `invalid-argument` for an option outside its range
 */
export function createHighlighter(query: Query, options: CreateHighlighterOptions): Highlighter {
  const limits = readLimits(options);
  const {
    segmenter,
    synonyms,
    weigh = (term: string) => term.length,
    numbers = new Map(),
  } = options;
  const { main, fallback } = listNeedles(query, { segmenter, synonyms, weigh, numbers });
  const mainFinder = createNeedleFinder(main);
  const pairFinder = createNeedleFinder(fallback);
  const highlight = ({ text, pieces, headingPath, title }: HighlightInput): HitHighlight => {
    const found = mainFinder.find(text);
    const matches = found.length > 0 ? found : pairFinder.find(text);
    const map = createPassageMap(text, pieces);
    const mark = (line: string): readonly Span[] => freezeSpans(mergeSpans(mainFinder.find(line)));
    return Object.freeze({
      snippets: Object.freeze(
        text.trim() === ''
          ? []
          : chooseSnippets(text, matches, limits).map((span) =>
              createSnippet(text, span, matches, map),
            ),
      ),
      title: mark(title ?? ''),
      headings: Object.freeze(headingPath.map(mark)),
    });
  };
  return Object.freeze({ highlight });
}

function createSnippet(
  text: string,
  { start, end }: Span,
  matches: readonly NeedleMatch[],
  map: PassageMap,
): Snippet {
  const inside = mergeSpans(
    matches
      .filter((match) => match.start < end && match.end > start)
      .map((match) => ({ start: Math.max(match.start, start), end: Math.min(match.end, end) })),
  );
  const highlights = inside.map(
    (span): Highlight =>
      Object.freeze({ start: span.start - start, end: span.end - start, source: map(span) }),
  );
  return Object.freeze({
    text: text.slice(start, end),
    start,
    end,
    source: map({ start, end }),
    highlights: Object.freeze(highlights),
  });
}

function freezeSpans(spans: readonly Span[]): readonly Span[] {
  return Object.freeze(spans.map((span) => Object.freeze(span)));
}

function readLimits(options: HighlightOptions): Required<HighlightOptions> {
  const { maxSnippets, maxLength } = DEFAULT_HIGHLIGHT;
  return {
    maxSnippets: requireInteger('maxSnippets', options.maxSnippets ?? maxSnippets, 1, 20),
    maxLength: requireInteger('maxLength', options.maxLength ?? maxLength, 20, 2000),
  };
}

function requireInteger(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new ZhengceError(
    'invalid-argument',
    `search: expected an integer from ${least} to ${most}, received ${describeReceived(value)} (highlight.${name})`,
  );
}

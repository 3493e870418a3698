/**
 * readTagGold: gold labels from JSONL.
 *
 * @module
 */
import * as z from 'zod';
import { describeReceived, ZhengceError } from '../errors';
import type { Span } from '../text';
import type { EvidenceSpan } from './score-evidence';

/** A gold label: a passage of a document, or one that stands alone, and the codes that a person gave it. */
export interface TagGold {
  /** Line of the file, from 1. */
  readonly line: number;
  /** Unique in the file; a number comes as its digits. */
  readonly id: string;
  /** The document, and where in it the passage stands, in UTF-16 code units; undefined for a passage that stands alone. */
  readonly place: { readonly doc: string; readonly span: Span } | undefined;
  /** The passage's words; with a place it may be left out. */
  readonly text: string | undefined;
  /** Title of the document, for a passage that stands alone. */
  readonly title: string | undefined;
  /** Headings above it, outermost first, for a passage that stands alone. */
  readonly headingPath: readonly string[] | undefined;
  /** In the order of the file, each once; none is a valid label. */
  readonly codes: readonly string[];
  /** The codes that each annotator gave, in an order that is the same on all lines. */
  readonly coders: readonly (readonly string[])[] | undefined;
  /** Spans that speak for the codes: into the document, or into the text of a passage that stands alone. */
  readonly evidence: readonly EvidenceSpan[] | undefined;
}

/** A line that is not as it should be. */
export interface TagGoldProblem {
  /** From 1. */
  readonly line: number;
  /** `expected X, received "Y" (where)`. */
  readonly message: string;
}

/** Options of {@link readTagGold}. */
export interface ReadTagGoldOptions {
  /** The codes that there are; others are problems. Default: all are taken. */
  readonly codes?: readonly string[];
  /** How messages name the file. Default `gold`. */
  readonly fileName?: string;
}

/** More problems than this are counted, not listed. */
const MAX_LISTED_PROBLEMS = 20;

const ID_ERROR = 'expected a string that is not empty, or a whole number';
const offset = z.int().min(0);
const codeList = z.array(z.string().min(1)).transform((codes) => [...new Set(codes)]);
const lineSchema = z.object({
  id: z
    .union([z.string(), z.int()], { error: ID_ERROR })
    .refine((id) => id !== '', { error: ID_ERROR }),
  doc: z.string().min(1).nullish(),
  start: offset.nullish(),
  end: offset.nullish(),
  text: z.string().nullish(),
  title: z.string().nullish(),
  headingPath: z.array(z.string()).nullish(),
  codes: codeList,
  coders: z.array(codeList).nullish(),
  evidence: z
    .array(z.object({ start: offset, end: offset, code: z.string().min(1).nullish() }))
    .nullish(),
  checked: z.boolean().nullish(),
});
type GoldLine = z.output<typeof lineSchema>;

/**
 * The gold labels of a JSONL text, in its order. A line is `{"id", "doc", "start", "end", "codes"}`, with `"text"`, `"coders": [[code]]` and `"evidence": [{"start", "end", "code"?}]` where
 * they are known; or `{"id", "text", "codes"}`, with `"title"` and `"headingPath"`, for a passage that stands alone. Further keys and blank lines are passed over, and so are
 * lines that say `"checked": false`: proposals of `zhengce tag --review` that nobody has looked at. Linear.
 *
 * @throws ZhengceError `invalid-input` where a line is none of these, names an unknown code or an id again, or where there is no line: the message names the first, with its number;
 * `details` is `{fileName, problemCount, problems}`, the first 20 as {@link TagGoldProblem}
 * @throws ZhengceError `invalid-argument` where `text` is no string
 * @example
 * readTagGold('{"id": 1, "text": "推进智慧海关建设。", "codes": ["T8"]}')[0]?.codes // => ['T8']
 */
export function readTagGold(text: string, options: ReadTagGoldOptions = {}): readonly TagGold[] {
  if (typeof text !== 'string') {
    const message = `readTagGold: expected a string, received ${describeReceived(text)} (text)`;
    throw new ZhengceError('invalid-argument', message);
  }
  const { fileName = 'gold' } = options;
  const { gold, problems } = parseTagGold(text, options.codes);
  if (problems.length > 0) throw refuseLines(problems, fileName);
  if (gold.length === 0) {
    const message = `readTagGold: expected a gold label a line, received an empty file (${fileName})`;
    throw new ZhengceError('invalid-input', message);
  }
  return gold;
}

/** The lines that are gold labels, and what is wrong with the others; the problems in the order of the lines. Of {@link readTagGold}. */
export interface TagGoldReading {
  readonly gold: readonly TagGold[];
  readonly problems: readonly TagGoldProblem[];
  /** Lines that nobody has checked; they are passed over. */
  readonly unchecked: number;
}

/** As {@link readTagGold}, with the problems in the result. Without `codes` all are taken. */
export function parseTagGold(text: string, codes?: readonly string[]): TagGoldReading {
  const known = codes === undefined ? undefined : new Set(codes);
  const problems: TagGoldProblem[] = [];
  const gold: TagGold[] = [];
  const lineOfId = new Map<string, number>();
  let unchecked = 0;
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  lines.forEach((content, i) => {
    if (content.trim() === '') return;
    const line = i + 1;
    const row = readLine(content, line, known, lineOfId);
    if (row === undefined) unchecked += 1;
    else if (Array.isArray(row)) problems.push(...row.map((message) => ({ line, message })));
    else gold.push(row);
  });
  return Object.freeze({
    gold: Object.freeze(gold),
    problems: Object.freeze(problems),
    unchecked,
  });
}

/** The gold label of a line, or what is wrong with it; undefined for one that nobody has checked. */
function readLine(
  content: string,
  line: number,
  known: ReadonlySet<string> | undefined,
  lineOfId: Map<string, number>,
): TagGold | string[] | undefined {
  const parsed = lineSchema.safeParse(parseJson(content));
  if (!parsed.success) return parsed.error.issues.map(describeIssue(content));
  const { data } = parsed;
  if (data.checked === false) return undefined;
  const faults = [...checkPlace(data), ...checkEvidence(data), ...checkCodes(data, known)];
  const id = String(data.id);
  const before = lineOfId.get(id);
  if (before !== undefined)
    faults.push(`expected another id than line ${before} has, received "${id}" (id)`);
  else lineOfId.set(id, line);
  return faults.length > 0 ? faults : createGold(data, line);
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

function describeIssue(content: string): (issue: z.core.$ZodIssue) => string {
  return ({ path, message }) => {
    if (path.length === 0)
      return `expected a JSON object, received ${describeReceived(content.trim())}`;
    return `${message.replace(/^(?:Invalid input|Too small): /, '')} (${path.join('.')})`;
  };
}

function checkPlace({ doc, start, end, text }: GoldLine): readonly string[] {
  if (typeof doc !== 'string') {
    const isAlone = typeof text === 'string' && text !== '';
    return isAlone ? [] : ['expected doc, start and end, or a text, received neither (doc, text)'];
  }
  if (typeof start !== 'number' || typeof end !== 'number')
    return ['expected start and end with doc, received none (start, end)'];
  if (start < end) return [];
  return [`expected start < end, received "${start}" and "${end}" (start, end)`];
}

function checkEvidence({ doc, text, evidence }: GoldLine): readonly string[] {
  const limit = typeof doc === 'string' ? Number.POSITIVE_INFINITY : (text ?? '').length;
  return (evidence ?? []).flatMap(({ start, end }, i) => {
    if (start < end && end <= limit) return [];
    const bound = limit === Number.POSITIVE_INFINITY ? '' : ` ≤ ${limit}`;
    return [`expected start < end${bound}, received "${start}" and "${end}" (evidence.${i})`];
  });
}

function checkCodes(
  { codes, coders, evidence }: GoldLine,
  known: ReadonlySet<string> | undefined,
): readonly string[] {
  if (known === undefined) return [];
  const places = [
    ...codes.map((code) => [code, 'codes'] as const),
    ...(coders ?? []).flatMap((given, i) => given.map((code) => [code, `coders.${i}`] as const)),
    ...(evidence ?? []).flatMap(({ code }, i) =>
      typeof code === 'string' ? [[code, `evidence.${i}.code`] as const] : [],
    ),
  ];
  return places
    .filter(([code]) => !known.has(code))
    .map(
      ([code, where]) =>
        `expected a code of the taxonomy, received ${describeReceived(code)} (${where})`,
    );
}

function createGold(data: GoldLine, line: number): TagGold {
  const { id, doc, start, end, text, title, headingPath, codes, coders, evidence } = data;
  return Object.freeze({
    line,
    id: String(id),
    place:
      typeof doc === 'string' && typeof start === 'number' && typeof end === 'number'
        ? { doc, span: { start, end } }
        : undefined,
    text: text ?? undefined,
    title: title ?? undefined,
    headingPath: headingPath ?? undefined,
    codes,
    coders: coders ?? undefined,
    evidence: evidence?.map((span) => ({ ...span, code: span.code ?? undefined })),
  });
}

function refuseLines(problems: readonly TagGoldProblem[], fileName: string): ZhengceError {
  const [first] = problems;
  const others = problems.length - 1;
  const more = others === 0 ? '' : `; ${others} more ${others === 1 ? 'problem' : 'problems'}`;
  return new ZhengceError(
    'invalid-input',
    `readTagGold: ${first?.message ?? ''} (${fileName}:${first?.line ?? 0})${more}`,
    {
      details: {
        fileName,
        problemCount: problems.length,
        problems: problems.slice(0, MAX_LISTED_PROBLEMS),
      },
    },
  );
}

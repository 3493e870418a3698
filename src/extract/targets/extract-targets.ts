/**
 * Extracts what a document promises to reach: indicator, quantity, deadline.
 *
 * @module
 */
import type { PolicyDocument } from '../../document';
import { type PassageReading, readPassages } from '../passage-reading';
import { type Clause, cutClauses, type Sentence } from './clauses';
import {
  type ActiveDeadline,
  createRowTarget,
  createTarget,
  type TargetContext,
} from './create-target';
import {
  type DeadlineContext,
  type DeadlineMatch,
  findDeadlines,
  readTitlePeriodEnd,
} from './deadlines';
import type { IndicatorMatch } from './indicators';
import { readMilestone, readWholeStatement } from './milestones';
import type { Target } from './model';
import { findQuantities } from './quantities';
import type { Statement } from './statement-model';
import { readStatements, type SaidBefore } from './statements';
import { isTableText, NO_HEAD, readTableHead, readTableRows, type TableHead } from './tables';
import { isPromise, isRiseOf, type PassageTense, readTenses } from './tense';

/** Options of {@link extractTargets}. */
export interface ExtractTargetsOptions {
  /** First and last year of the plan: what 规划期末 means, and the deadline where the text says none. Default: what the title says. */
  readonly period?: { readonly start: number; readonly end: number };
}

/**
 * The targets of a document in reading order: what is to be reached, how much of it, and by when, each with its place. What the document reports as done, conditions, fines and
 * sums of support are left out.
 *
 * A deadline holds for the rest of its sentence and passage, then what the headings above and the period of the document say. Years relative to the
 * document (今年, 年底前) count from the year of its title or date. Pure and deterministic; linear in the text.
 *
 * @example
 * extractTargets(parseDocument('一、目标\n到2025年，建成5G基站12万个。', { id: 'd' })).map(({ indicator, quantity, deadline }) => [indicator, quantity?.value, deadline?.year]) // => [['5G基站', 120000, 2025]]
 */
export function extractTargets(
  document: PolicyDocument,
  options: ExtractTargetsOptions = {},
): readonly Target[] {
  const tenses = readTenses(document);
  const context = readContext(document, options);
  let head = NO_HEAD;
  let path = '';
  const targets = readPassages(document).flatMap((reading, index) => {
    const { passage, text } = reading;
    if (passage.headingPath.join('\n') !== path) head = NO_HEAD;
    path = passage.headingPath.join('\n');
    const tense = tenses[index] ?? 'unknown';
    const own = readTableHead(text);
    if (own.years.length > 0) head = own;
    if (isTableText(text, head)) return readTable(reading, head, { context, tense, document });
    return readPassage(reading, tense, context, document);
  });
  return Object.freeze(targets.filter((target) => !isAccount(target, context)));
}

/** Under a heading of a year that is over (2023年工作) stands what was done. */
function isAccount({ deadline }: Target, { year }: DeadlineContext): boolean {
  return deadline?.from === 'heading' && year !== undefined && deadline.year < year;
}

function readContext(
  { title, issuedOn, documentNumber }: PolicyDocument,
  { period }: ExtractTargetsOptions,
): DeadlineContext {
  const named = /(?:^|[^\d—–~～\-至到])(20\d{2})年(?!\d|[—–~～\-至到])/.exec(title ?? '')?.[1];
  const dated = issuedOn?.slice(0, 4) ?? /[〔[(](20\d{2})/.exec(documentNumber ?? '')?.[1];
  const year = Number(named ?? dated);
  return {
    year: year > 0 ? year : undefined,
    periodEnd: period?.end ?? readTitlePeriodEnd(title ?? ''),
  };
}

/** The rows of a table of indicators; a table of what has been holds none. */
function readTable(
  reading: PassageReading,
  head: TableHead,
  context: TargetContext,
): readonly Target[] {
  const { passage } = reading;
  const isNamed = /指标|目标/.test(
    [passage.text.slice(0, 60), ...passage.headingPath.slice(-1)].join(''),
  );
  const isOld =
    context.tense === 'past' || /完成情况|实现情况|基本情况/.test(passage.text.slice(0, 60));
  if (isOld || (!isNamed && head.years.length === 0)) return [];
  return readTableRows(reading.text, head).map((row) => createRowTarget(row, reading, context));
}

function readPassage(
  reading: PassageReading,
  tense: PassageTense,
  context: DeadlineContext,
  document: PolicyDocument,
): readonly Target[] {
  const { text } = reading;
  const quantities = findQuantities(text);
  const deadlines = findDeadlines(text, context);
  if (quantities.length === 0 && deadlines.length === 0 && !/全覆盖|倍增|翻番/.test(text))
    return [];
  const targets: Target[] = [];
  let active: ActiveDeadline | undefined;
  let isAccount = false;
  let next = 0;
  for (const sentence of cutClauses(text, quantities)) {
    if (active !== undefined) active = { ...active, from: 'passage' };
    const first = next;
    while ((deadlines[next]?.start ?? Infinity) < sentence.end) next += 1;
    const said = deadlines.slice(first, next);
    const own = said.filter((each) => !isPast(each, context));
    const words = text.slice(sentence.start, sentence.end);
    if (own.some(({ ahead }) => ahead)) isAccount = false;
    isAccount ||= isRiseOf(words, context.year);
    if (isAccount || isOver(said, own, text) || !isPromise(words, tense)) continue;
    const read = readSentence(reading, sentence, own, active);
    active = read.active;
    targets.push(
      ...read.found.map(({ statement, deadline }) =>
        createTarget(statement, deadline, reading, { context, tense, document }),
      ),
    );
  }
  return targets;
}

/** A year before that of the document: what is said of it is no deadline, whatever leads in to it (提高到2021年的73%). */
function isPast(deadline: DeadlineMatch, { year }: DeadlineContext): boolean {
  return year !== undefined && deadline.year < year;
}

/** Whether the years that a sentence names are over, and none is to come. 2000年前 says how old a thing is. */
function isOver(
  said: readonly DeadlineMatch[],
  own: readonly DeadlineMatch[],
  text: string,
): boolean {
  const dated = said.filter(({ start, end }) => !text.slice(start, end).endsWith('前'));
  return dated.length > 0 && own.length === 0;
}

interface Found {
  readonly statement: Statement;
  readonly deadline: ActiveDeadline | undefined;
}

function readSentence(
  { text }: PassageReading,
  sentence: Sentence,
  deadlines: readonly DeadlineMatch[],
  inherited: ActiveDeadline | undefined,
): { readonly found: readonly Found[]; readonly active: ActiveDeadline | undefined } {
  const found: Found[] = [];
  let active = inherited;
  let above: IndicatorMatch | undefined;
  let next = 0;
  for (const clause of sentence.clauses) {
    const first = deadlines[next];
    const own = first !== undefined && first.start < clause.end ? first : undefined;
    while ((deadlines[next]?.start ?? Infinity) < clause.end) next += 1;
    if (own !== undefined) active = { match: own, from: 'sentence' };
    const from =
      own !== undefined && own.start <= clause.start + DEADLINE_REACH ? own.end : clause.start;
    const said = found.map(({ statement }) => statement.indicator);
    const statements = readClause(text, clause, from, { above, said, active });
    found.push(...statements.map((statement) => ({ statement, deadline: active })));
    above = statements.at(-1)?.indicator ?? nameAlone(text, clause, from) ?? above;
  }
  return { found, active };
}

/** A clause that is only a name leads in to the next: 数据中心机架规模,到2025年达到…. */
function nameAlone(text: string, clause: Clause, from: number): IndicatorMatch | undefined {
  const words = text.slice(from, clause.end);
  if (words.length < 4 || words.length > 30 || clause.quantities.length > 0) return undefined;
  return /(?:率|规模|收入|产值|增加值|比重|占比|数量|总量|总额|用户|面积|能力)$/.test(words)
    ? { start: from, end: clause.end, name: words }
    : undefined;
}

/** How far into its clause a deadline may stand to lead in to it. */
const DEADLINE_REACH = 6;

interface ClauseContext extends SaidBefore {
  readonly active: ActiveDeadline | undefined;
}

function readClause(
  text: string,
  clause: Clause,
  from: number,
  context: ClauseContext,
): readonly Statement[] {
  if (clause.quantities.length > 0) return readStatements(text, clause, from, context);
  const whole = readWholeStatement(text, clause, from);
  if (whole !== undefined) return [whole];
  const { active } = context;
  if (active?.from !== 'sentence' || !active.match.ahead) return [];
  const milestone = readMilestone(text, clause, from);
  return milestone === undefined ? [] : [milestone];
}

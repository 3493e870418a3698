/**
 * Makes targets of what sentences and tables say, with the deadline that holds for each.
 *
 * @module
 */
import type { PolicyDocument } from '../../document';
import { normalizeText, type Span } from '../../text';
import type { PassageReading } from '../passage-reading';
import { type DeadlineContext, type DeadlineMatch, findDeadlines } from './deadlines';
import { createIndicatorKey } from './indicators';
import type { Deadline, Target } from './model';
import type { Statement } from './statement-model';
import type { TableRow } from './tables';
import type { PassageTense } from './tense';

/** A deadline that is in force, and where it was said. */
export interface ActiveDeadline {
  readonly match: DeadlineMatch;
  readonly from: Deadline['from'];
}

/** What a passage stands in. */
export interface TargetContext {
  readonly context: DeadlineContext;
  readonly tense: PassageTense;
  readonly document: PolicyDocument;
}

/** The target that a row of a table says. */
export function createRowTarget(
  row: TableRow,
  reading: PassageReading,
  context: TargetContext,
): Target {
  const { name, base } = row;
  const { locate, passage } = reading;
  return Object.freeze({
    passageId: passage.id,
    kind: row.kind,
    indicator: name.text,
    indicatorKey: createIndicatorKey(name.text),
    indicatorSpan: locate(name.start, name.end),
    comparator: row.comparator,
    quantity: row.quantity,
    upper: undefined,
    perYear: row.kind === 'growth' || /^年均|^每年/.test(name.text),
    base:
      base === undefined
        ? undefined
        : Object.freeze({ year: base.year, written: base.text, quantity: base.quantity }),
    deadline:
      row.year === undefined
        ? findContextDeadline(reading, context)
        : freezeDeadline(row.year, `${row.year}年`, passage.span, 'passage'),
    direction: row.direction,
    binding: row.binding,
    span: locate(row.start, row.end),
  });
}

/** The target that a statement says, with the deadline in force or that of the headings and the document. */
export function createTarget(
  statement: Statement,
  active: ActiveDeadline | undefined,
  reading: PassageReading,
  context: TargetContext,
): Target {
  const { indicator, base } = statement;
  const { text, locate, passage } = reading;
  return Object.freeze({
    passageId: passage.id,
    kind: statement.kind,
    indicator: indicator.name,
    indicatorKey: createIndicatorKey(indicator.name),
    indicatorSpan: locate(indicator.start, indicator.end),
    comparator: statement.comparator,
    quantity: statement.quantity,
    upper: statement.upper,
    perYear: statement.perYear,
    base:
      base === undefined
        ? undefined
        : Object.freeze({
            year: base.year,
            written: text.slice(base.start, base.end),
            quantity: base.quantity,
          }),
    deadline:
      active === undefined
        ? findContextDeadline(reading, context)
        : describeDeadline(active.match, active.from, reading),
    direction: statement.direction,
    binding: undefined,
    span: locate(statement.start, statement.end),
  });
}

function describeDeadline(
  { start, end, year, month }: DeadlineMatch,
  from: Deadline['from'],
  { text, locate }: Pick<PassageReading, 'text' | 'locate'>,
): Deadline {
  return Object.freeze({
    year,
    month,
    written: text.slice(start, end),
    span: locate(start, end),
    from,
  });
}

/** What the headings above say, the nearest first, else the period or the year of the document. */
function findContextDeadline(
  { passage }: PassageReading,
  { context, tense, document }: TargetContext,
): Deadline | undefined {
  for (let i = passage.headingPath.length - 1; i >= 0; i -= 1) {
    const span = passage.headingSpans[i];
    const heading = passage.headingPath[i] ?? '';
    const match = findDeadlines(normalizeText(heading).text, context).at(-1);
    if (span === undefined || match === undefined) continue;
    return freezeDeadline(match.year, heading, span, 'heading');
  }
  const isReport = document.genre === '工作报告';
  const year = context.periodEnd ?? (isReport && tense === 'ahead' ? context.year : undefined);
  const span = document.titleSpan ?? { start: 0, end: 0 };
  return year === undefined
    ? undefined
    : freezeDeadline(year, document.title ?? '', span, 'document');
}

function freezeDeadline(
  year: number,
  written: string,
  span: Span,
  from: Deadline['from'],
): Deadline {
  return Object.freeze({ year, month: undefined, written, span, from });
}

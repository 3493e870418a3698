/**
 * Inferred from a work report: genre, government, region and year, where the report has no title.
 *
 * All patterns are for normalised text.
 *
 * @module
 */
import type { Span } from '../../text';
import { liesWithin } from '../divisions';
import type { Section } from '../model';
import { type Inference, type InferenceSources, type KnownFields, locateWords } from './inference';
import { findOwnPlace } from './own-place';
import { readOwnWords } from './own-words';
import type { Scope } from './place-names';
import { type ReportYears, readReportOpening, readReportYears } from './work-report';

/** Blocks in which a report is opened, and code units of each that are read. */
const OPENING = 12;
const MAX_READ = 400;

/** What says that a text is a report, and of what kind of place. */
interface ReportSign {
  readonly scope: Scope;
  readonly because: string;
  readonly at: Span | Section;
}

/** Genre, issuer, region and year of a work report; nothing for any other text. Linear. */
export function inferFromReport(
  known: KnownFields,
  sources: InferenceSources,
): readonly Inference[] {
  const { genre, issuer, issuedOn } = known;
  if (
    genre !== undefined &&
    (genre !== '工作报告' || (issuer.length > 0 && issuedOn !== undefined))
  )
    return [];
  const opening = readOpening(sources);
  if (opening === undefined && !sources.text.includes('各位代表')) return [];
  const years = readReportYears(sources.sections);
  const sign = opening ?? readChapters(sources, years);
  if (sign === undefined) return [];
  const { because, at } = sign;
  const found: Inference[] = [];
  if (genre === undefined) found.push({ field: 'genre', value: '工作报告', because, at });
  if (issuer.length === 0) found.push(...inferGovernment(sign, known, sources));
  if (issuedOn === undefined && years !== undefined) found.push(inferYear(years));
  return found;
}

function readOpening({ blocks }: InferenceSources): ReportSign | undefined {
  for (const block of blocks.slice(0, OPENING)) {
    const opening = readReportOpening(block.text.slice(0, MAX_READ));
    if (opening === undefined) continue;
    const { scope, words, start } = opening;
    const at = locateWords(block, { start, end: start + words.length });
    return { scope, because: `from "${words}"`, at };
  }
  return undefined;
}

/** Whoever else reports to the deputies: courts, procuratorates, a standing committee, those who report on budget and plan. */
const OTHERS = /法院|检察|常务委员会|(?<!公共)预算(?!收入|支出)|国民经济和社会发展计划/;
/** Blocks that say at the beginning who reports. */
const FIRST = 3;

function isOfOthers({ blocks }: InferenceSources, { back, heading }: ReportYears): boolean {
  return (
    [back, heading].some((section) => OTHERS.test(section.heading)) ||
    blocks.slice(0, FIRST).some(({ text }) => OTHERS.test(text.slice(0, MAX_READ)))
  );
}

/** A report that lost its opening: it speaks to the deputies, looks back on a year and ahead to the next. */
function readChapters(
  sources: InferenceSources,
  years: ReportYears | undefined,
): ReportSign | undefined {
  if (years?.planned === undefined || isOfOthers(sources, years)) return undefined;
  const own = readOwnWords(sources.text).word;
  if (own === undefined || own.scope === '国') return undefined;
  const because = `since it speaks to the deputies and plans ${String(years.planned)}`;
  return { scope: own.scope, because, at: years.heading };
}

/** The government of the place that the report names most; none outside a region that is known. */
function inferGovernment(
  { scope, because }: ReportSign,
  known: KnownFields,
  { text }: InferenceSources,
): readonly Inference[] {
  const place = findOwnPlace(text, scope);
  if (place === undefined) return [];
  const { division, region, name, mentions } = place;
  if (known.region !== undefined && !liesWithin(region.code, known.region.code)) return [];
  const at = { start: place.at, end: place.at + name.length };
  const named = `since ${name} is the place named most (${String(mentions)} times)`;
  const issuer = [`${division}人民政府`];
  const found: Inference[] = [
    { field: 'issuer', value: issuer, because: `${because}, ${named}`, at },
  ];
  if (known.region === undefined)
    found.push({ field: 'region', value: region, because: named, at });
  return found;
}

/** A report is given at the beginning of the year that it plans. */
function inferYear({ past, planned, heading }: ReportYears): Inference {
  const because =
    planned === undefined
      ? `as the year after the one that "${heading.heading}" looks back on`
      : `from the heading "${heading.heading}"`;
  return { field: 'issuedOn', value: String(planned ?? past + 1), because, at: heading };
}

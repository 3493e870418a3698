/**
 * Issuers: the bodies 发文机关 that a document names in its title, its signature or its key–value lines.
 *
 * @module
 */
import type { Block } from './blocks';
import { readBodies, readReportIssuer, readTitleIssuers } from './bodies';
import type { FrameRole } from './frame-roles';
import type { MetadataKey } from './metadata-entries';
import { readPassedIssuer } from './passed-lines';

/** Where issuers are looked for. */
export interface IssuerSources {
  readonly blocks: readonly Block[];
  readonly roles: readonly (FrameRole | undefined)[];
  /** The title, normalised; empty for none. */
  readonly title: string;
  /** What key–value lines say. */
  readonly facts: ReadonlyMap<MetadataKey, string>;
}

/** Blocks that the opening of a speech can take. */
const OPENING_BLOCKS = 12;
/** Of a signed name: what stands on it for the country as a whole. */
const COUNTRY = /^中华人民共和国(?=国务院|[\u4e00-\u9fff]{2,}部$)/;

/**
 * The issuing bodies of a document in the order given; empty where it names none. The line of passing comes first, then the
 * title, unless the signature names more bodies; both before key–value lines: a web page's 发布机构 is often the site.
 */
export function findIssuers(sources: IssuerSources): readonly string[] {
  return readIssuers(sources).map((name) => name.replace(COUNTRY, ''));
}

function readIssuers({ blocks, roles, title, facts }: IssuerSources): readonly string[] {
  const passed = blocks
    .filter((_, i) => roles[i] === 'date')
    .map((block) => readPassedIssuer(block.text))
    .find((name) => name !== undefined);
  if (passed !== undefined) return [passed];
  const named = readTitleIssuers(title);
  const signed = readNames(blocks, roles, 'signature');
  if (named.length > 0) return named.every((name) => signed.includes(name)) ? signed : named;
  if (signed.length > 0) return signed;
  const red = readNames(blocks, roles, 'red-head');
  if (red.length > 0) return red;
  const reporting = readReporting(blocks, title);
  if (reporting !== undefined) return [reporting];
  const headed = readOffices(blocks, roles);
  return headed.length > 0 ? headed : readBodies(facts.get('issuer') ?? '');
}

/** The bodies whose heads signed: 某部部长 张某. */
function readOffices(
  blocks: readonly Block[],
  roles: readonly (FrameRole | undefined)[],
): readonly string[] {
  return blocks
    .filter((_, i) => roles[i] === 'speaker')
    .flatMap(({ text }) => readBodies(OFFICE_OF.exec(text)?.[1] ?? ''));
}

const OFFICE_OF =
  /^([\u4e00-\u9fff]{2,24}[办会部局署院厅行室委])(?:主任|部长|局长|署长|厅长|院长|行长|主席) /;

function readReporting(blocks: readonly Block[], title: string): string | undefined {
  const opening = blocks
    .slice(0, OPENING_BLOCKS)
    .map((block) => block.text.slice(0, 200))
    .join('\n');
  return title.includes('工作报告') || /各位代表|委托,/.test(opening)
    ? readReportIssuer(title, opening)
    : undefined;
}

/** The names of the first run of blocks of a role; lines that broke a name are put together. */
function readNames(
  blocks: readonly Block[],
  roles: readonly (FrameRole | undefined)[],
  role: FrameRole,
): readonly string[] {
  const from = roles.indexOf(role);
  if (from === -1) return [];
  let to = from;
  while (roles[to] === role) to += 1;
  const lines = blocks
    .slice(from, to)
    .map((block) => block.text.replace(/(?:19|20)\d{2} ?年.*$/, '').trim())
    .filter((line) => line !== '');
  const each = lines.map(readBodies);
  if (each.every((names) => names.length > 0)) return each.flat();
  return readBodies(lines.join(''));
}

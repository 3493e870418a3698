/**
 * Names by which a report tells its documents apart.
 *
 * @module
 */
import type { AlignmentRecord } from './alignment-record';

/** What a name is made of. */
type Named = Pick<AlignmentRecord, 'id' | 'title' | 'issuer' | 'region' | 'issuedOn'>;

/**
 * A name for each document, in their order: its title; with who issued it or its region where others are called so too (政府工作报告), or where documents come from several regions and the title names
 * none; at last with its id. Linear.
 */
export function nameDocuments(documents: readonly Named[]): readonly string[] {
  const titles = documents.map(nameAlone);
  const isShared = findRepeated(titles);
  const areMixed = new Set(documents.map(({ region }) => region)).size > 1;
  const names = documents.map((document, i) => {
    const title = titles[i] ?? '';
    const origin = findOrigin(document);
    const isUnclear = isShared(title) || (areMixed && !namesRegion(title, document));
    return isUnclear && origin !== '' && !title.startsWith(origin)
      ? `${title}（${origin}）`
      : title;
  });
  const isStillShared = findRepeated(names);
  return documents.map(({ id }, i) => {
    const name = names[i] ?? id;
    return isStillShared(name) ? `${name}（${id}）` : name;
  });
}

function nameAlone(document: Named): string {
  const { id, title, issuedOn } = document;
  const origin = findOrigin(document);
  return title ?? (origin === '' ? id : `${origin} ${issuedOn?.slice(0, 4) ?? ''}`.trim());
}

function findOrigin({ issuer, region }: Named): string {
  return issuer.length > 0 ? issuer.join('、') : (region ?? '');
}

/** Whether a title names the region, or a part of it, or there is none to name; 内蒙古自治区 is named by 内蒙. */
function namesRegion(title: string, { region, issuer }: Named): boolean {
  if (region === null || region === WHOLE_COUNTRY) return true;
  const parts = region.split(/(?<=[省市区州盟])/).filter(({ length }) => length > 1);
  return [...parts, ...issuer].some((part) => title.includes(part.slice(0, 2)));
}

const WHOLE_COUNTRY = '全国';

function findRepeated(names: readonly string[]): (name: string) => boolean {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (name) => (counts.get(name) ?? 0) > 1;
}

/**
 * Finds clauses that say who does something: 由市教育局会同市财政局组织实施.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import { type ListItem, splitList } from './body-lists';
import { isBodyName } from './body-names';
import { trimName } from './role-lists';
import type { NamedBody, RoleNote } from './role-note';
import { spellOut } from './shared-endings';

/** Verbs of a clause that says who does something, after the names. */
const CLAUSE_VERB =
  /(?:(?:应当|要|应)(?:(?:根据|依据|按照)[^。;]{1,30}?)?(?:牵头|会同)|牵头|会同|(?:(?:依照|依据|按照|根据)[^。;]{1,40}?,?|(?:依托|在|是)[^。;,]{1,40}?,?)?(?:依法|具体|主要|统筹|统一|分别|共同)?(?:(?<!直接)负责(?!人)|牵头))/g;
/** Longest run of names before the verb, in code units. */
const LONGEST_SUBJECT = 80;

/** The clauses, by position. Linear. */
export function findClauses(text: string): readonly RoleNote[] {
  const notes: RoleNote[] = [];
  let from = 0;
  for (const match of text.matchAll(CLAUSE_VERB)) {
    const [verb] = match;
    const subject = readVerbSubject(text, from, match);
    if (subject.length === 0) continue;
    const role = verb.endsWith('负责') ? 'responsible' : 'lead';
    const partners =
      verb === '负责'
        ? undefined
        : readPartners(text, match.index + (verb.endsWith('会同') ? verb.length - 2 : verb.length));
    from = partners?.end ?? match.index + verb.length;
    const bodies = [
      ...subject.map((item) => ({ item, role }) as const),
      ...(partners?.bodies ?? []),
    ];
    notes.push({ start: subject[0]?.start ?? match.index, end: from, place: 'around', bodies });
  }
  return notes;
}

/** Length of the verb itself without what it begins with: 负责, 牵头, 会同. */
const BARE_VERB = 2;

/** The bodies before a verb with what it begins with; where none stand there, before the bare verb: 根据部署,市公安局负责. */
function readVerbSubject(
  text: string,
  from: number,
  { 0: verb, index }: RegExpExecArray,
): readonly ListItem[] {
  const subject = readSubject(text, Math.max(from, index - LONGEST_SUBJECT), index);
  if (subject.length > 0) return subject;
  const bare = index + verb.length - BARE_VERB;
  const nearer =
    bare === index ? [] : readSubject(text, Math.max(from, bare - LONGEST_SUBJECT), bare);
  return nearer.length > 0 ? nearer : readSentenceSubject(text, from, index);
}

/** Longest way from the subject of a sentence to a verb that goes on with it, in code units. */
const LONGEST_REACH = 160;
/** What goes on with the subject of the sentence: 市教育局承担…工作,并|负责…. */
const GOES_ON = /,并?$/;
const FIRST_VERB = /承担|应当|要(?!素)/;
/** Who is then made responsible is another: 应当明确主管部门,负责. */
const NAMES_ANOTHER = /^(?:应当|要)(?:明确|确定|指定|设立|成立|组建)/;

/** The bodies that the sentence begins with, where its verb goes on with them. */
function readSentenceSubject(text: string, from: number, verb: number): readonly ListItem[] {
  const whole = text.slice(Math.max(from, verb - LONGEST_REACH), verb);
  if (!GOES_ON.test(whole)) return [];
  const sentence = whole.slice(
    Math.max(...Array.from('。;!?\n', (mark) => whole.lastIndexOf(mark) + 1)),
  );
  const first = sentence.search(FIRST_VERB);
  const start = verb - sentence.length;
  return first === -1 || NAMES_ANOTHER.test(sentence.slice(first))
    ? []
    : readSubject(text, start, start + first);
}

/** The bodies that a clause begins with, up to its verb; none where anything else stands there. */
function readSubject(text: string, from: number, end: number): readonly ListItem[] {
  const whole = text.slice(from, end);
  const aside = /\((?:以下)?[统简]称[^()]{1,24}\),?$/.exec(whole)?.[0].length ?? 0;
  const before = whole.slice(0, whole.length - aside);
  const cut = Math.max(...Array.from('。;!?\n:由', (mark) => before.lastIndexOf(mark) + 1));
  const items = spellOut(splitList(before.slice(cut), from + cut)).map(trimName);
  const last = items.findLastIndex(({ text: name }) => !isBodyName(name));
  if (last === items.length - 1) return [];
  const names = items.slice(last + 1);
  const start = names[0]?.start ?? end;
  return start === 0 || OPENING.test(text.slice(Math.max(0, start - 2), start)) ? names : [];
}

/** What stands before the first name of a clause. */
const OPENING = /(?:[。;!?\n,:由]|设立|成立)$/;

const PARTNERS =
  /^(?:,)?(?:并)?会同([^。;,!?]{2,80}?)(?=制[定订]|推[进动行]|促进|采取|出台|发布|联合|统一|拟订|明确|确定|实行|定期|共同|指导|责令|审核|健全|建立|组织|优化|统筹|持续|利用|依|通过|及时|可以|另行|将|向|在|为|开展|做好|研究|编制|提出|负责|实施|落实|对|按|加强|进行|完善|[。;,!?]|$)/;

function readPartners(
  text: string,
  at: number,
): { readonly end: number; readonly bodies: readonly NamedBody[] } | undefined {
  const match = PARTNERS.exec(text.slice(at, at + 120));
  if (match === null) return undefined;
  const list = match[1] ?? '';
  const start = at + match[0].length - list.length;
  const items = spellOut(splitList(list, start))
    .map(trimName)
    .filter(({ text: name }) => isBodyName(name));
  if (items.length === 0) return undefined;
  return {
    end: at + match[0].length,
    bodies: items.map((item) => ({ item, role: 'support' as const })),
  };
}

/**
 * Tells 和, 与, 及 that join two names from those inside a word: 普及, 参与, 和谐.
 *
 * @module
 */

/** Letters before or behind that make a word of it. What a conjunction joins does not begin with 的. */
const JOINING =
  '(?:以及|(?<![普惠可涉触波遍顾提危企论推以])及(?![其时格物的第])|(?<![缓饱调总温祥随中共协讲平亲谐柔应附])和(?![谐平睦美解气煦善声的])|(?<![参给赋相授])与(?![会时其否的]))';
const BETWEEN = new RegExp(`(?<=.{2})${JOINING}(?=.{2})`, 'g');
const PARTED = new RegExp(JOINING);
const PARTED_OR_LISTED = new RegExp(`、|${JOINING}`);

/** A name without the words that join its parts: 软件和信息服务业, 软件信息服务业. Linear. */
export function dropConjunctions(name: string): string {
  return name.replace(BETWEEN, '');
}

/**
 * The parts of a list that is known to have so many: 、 and conjunctions part it, or 、 alone, or conjunctions alone; undefined where none of them gives the number. Linear.
 *
 * @example
 * splitList('普及率和覆盖率', 2) // => ['普及率', '覆盖率']
 */
export function splitList(name: string, count: number): readonly string[] | undefined {
  return [PARTED_OR_LISTED, /、/, PARTED]
    .map((mark) => name.split(mark).filter((part) => part !== ''))
    .find(({ length }) => length === count);
}

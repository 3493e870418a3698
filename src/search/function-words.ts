/**
 * Words that ask or join and name nothing.
 *
 * @module
 */

/** Of questions and of function; the order means nothing. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `如何 怎么 怎样 怎么样 什么 哪些 哪个 哪里 哪儿 何时 何种 为何 为什么 是否 能否 可否 有没有 是不是 能不能 可不可以 多少 几个 请问 想问 想知道
  以及 或者 还是 并且 而且 但是 因此 因为 所以 如果 虽然 由于 根据 按照 通过 对于 关于 有关 相关 其中 其他 之间 以上 以下 同时 这些 那些 这个 那个
  一个 一些 可以 能够 需要 应该 应当 进行 我们 我国 他们 自己 目前 现在 方面 情况 问题 主要 具体 the of and in to for on is are what how which with by an`.split(
    /\s+/,
  ),
);

/** Characters that are words of their own and mostly function words. */
const FUNCTION_CHARACTERS: ReadonlySet<string> = new Set(
  '的地得了着过和与及或并而且但则若在是有无没不非未对为以于从到向由将把被让使给就也都还又再很更最要能可会应该吗呢吧么啊等之其此每各某该这那哪谁我你他她它们个些何怎',
);

/**
 * Whether a folded character by itself joins, points or asks.
 *
 * @example
 * ['有', '据'].filter(isFunctionCharacter) // => ['有']
 */
export function isFunctionCharacter(character: string): boolean {
  return FUNCTION_CHARACTERS.has(character);
}

/**
 * Whether a folded word asks, joins or points and names nothing: no reader wants it marked.
 *
 * @example
 * ['如何', '数据', '以及'].filter(isFunctionWord) // => ['如何', '以及']
 */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}

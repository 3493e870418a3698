/**
 * Words that say nothing about a subject in Chinese policy text.
 *
 * @module
 */

/** Function words, and the verbs and qualities of official style: no term holds one. Of our own making; the order means nothing. */
const BREAKING_WORDS: ReadonlySet<string> = new Set(
  `以及 或者 并且 而且 但是 因此 因为 所以 如果 虽然 由于 根据 按照 依据 通过 对于 关于 围绕 针对 面向 结合 基于 包括 其中 其他 其它 之间 之一 以上 以下 以内 以外 同时 进一步 不断
  逐步 逐渐 全面 全力 大力 积极 切实 着力 深入 充分 有效 有序 及时 持续 加速 率先 力争 尽快 主要 基本 初步 明显 显著 大幅 不得 应当 必须 可以 能够 需要 以来 期间 目前 当前 未来
  我们 我国 我省 我市 全国 全省 全市 全区 全县 国外 各地 各级 各类 各个 各种 各项 各方 各省 本市 本省 省级 市级 县级 这些 那些 这个 一个 一批 一系列 若干 多种 多个 多样 多元 每年
  年度 左右 推进 推动 促进 加强 加快 加大 强化 深化 优化 完善 健全 建立 建设 建成 构建 打造 形成 提升 提高 提供 提出 增强 扩大 拓展 实施 实行 实现 开展 进行 落实 贯彻 执行 支持
  鼓励 引导 带动 培育 发挥 营造 创造 改善 改进 制定 制订 出台 编制 探索 组织 协调 统筹 指导 保障 确保 保证 坚持 遵循 做好 抓好 抓紧 抓住 运用 使用 采用 采取 参与 具有 成为 达到
  超过 占比 突破 建好 用好 管好 满足 适应 符合 按时 允许 要求 继续 巩固 稳步 完成 设立 给予 予以 纳入 列入 作为 工作 重大 重要 组织领导 有关 相关 人民政府 政府部门 一体 优质 良好
  合理 高效 便捷 安全可靠 广泛 普遍 共同 协同 联合 联动 配合 牵头 负责 分工 职责 分别 统一 新增 新兴 中小 广大 丰富 特别 尤其 更加 更好 更多 较大 较高 很多 大量 全部 所有 任何 相互
  互相 相结合 为主 为主体 有利于 有助于 有条件 有限公司 十三五 十四五 十五五 专栏 附件 本办法 本规定 本条例 规定 办法 条例 通知 依法 日起 施行 可能 带来 结果 高于 低于 拥有 经过 进入
  巨大 多年 牢牢 存在 经济社会 正在 已经 成立 推行 倡导 主动 优秀 积极性 充分发挥 有力 牢固 逐年 适度 一定 一些 没有 不足 尚未 仍然 还是 就是 以及其 为了 从而 使得 有的 此外 总之
  来自 位于 属于 称为 包含 涉及 涵盖 即将 一方面 另一方面 日益`.split(/\s+/),
);

/** Nouns of every plan: no term by themselves, but parts of terms: 经济 in 数字经济. */
const WEAK_WORDS: ReadonlySet<string> = new Set(
  `一体化 中央 主体 人民 任务 优势 体系 作用 健康 先进 关键 内容 利用 制度 力度 力量 区域 单位 发展 国内 国家 国民经济 国际 地区 地方 培养 基础 大型 工程 布局 应用 开发 总体 情况
  意见 成效 手段 挑战 措施 政策 效果 效率 效益 整体 新型 方式 方案 方法 方面 时代 时期 机制 机构 机遇 条件 标准 核心 格局 模式 水平 法律 法律法规 法规 渠道 特色 环境 环节 目标 研究
  示范 社会 科学 程度 经济 结构 综合 群众 能力 范围 行动 规划 规模 规范 计划 试点 责任 质量 载体 过程 途径 部门 重点 问题 阶段 项目 领域`.split(
    /\s+/,
  ),
);

const HAN_WORD = /^\p{Script=Han}{2,}$/u;
const LATIN_WORD = /^(?=.*[A-Za-z])[A-Za-z\d][A-Za-z\d.+-]+$/;
const NUMBER =
  /^[第数几近约]?[一二两三四五六七八九十百千万亿零〇]+[个项家批次年月日条章节张位名人元倍]*$/;
const MEASURE =
  /^(?:[百千万亿]+(?:公里|千瓦|千瓦时|平方米|立方米|人次|标箱|吨|亩|户)|百分点|若干年)$/;

/** What the segmenter makes of a conjunction and its neighbour. */
const TORN_WORD = /^和(?![谐平睦])|(?<![平高中初对同])等$|(?<![普涉])及$/;

/**
 * Whether a word can be a part of a term: at least two Chinese characters or a Latin word of at least two letters or digits, and no
 * number and none of the words that no term holds.
 *
 * @example
 * ['数据', '5G', '经济', '推进', '的', '三十'].filter(isTermPart) // => ['数据', '5G', '经济']
 */
export function isTermPart(word: string): boolean {
  if (BREAKING_WORDS.has(word) || NUMBER.test(word) || MEASURE.test(word) || TORN_WORD.test(word))
    return false;
  return HAN_WORD.test(word) || LATIN_WORD.test(word);
}

/**
 * Whether a word is a part of terms but says too little by itself.
 *
 * @example
 * ['经济', '数字经济'].filter(isWeakWord) // => ['经济']
 */
export function isWeakWord(word: string): boolean {
  return WEAK_WORDS.has(word);
}

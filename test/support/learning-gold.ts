// Gold labels of our own making for the tiny plan: documents of which a program can learn something that the lexicon does not say.
import type { TagGold } from '../../src/evaluate';

/** A document and the labels of its passages. */
export interface LearningDocument {
  readonly id: string;
  readonly text: string;
  readonly labels: readonly {
    readonly id: string;
    readonly doc: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly codes: readonly string[];
  }[];
}

const PLACES = ['海州', '云岭', '江源', '平湖', '临港', '北辰', '南岗', '西山', '东营子', '长桥'];

/** Passages with their codes. 档案 is no term of the plan, yet speaks for T1; 数据 in passing does not. */
const PASSAGES: readonly (readonly [string, readonly string[]])[] = [
  ['推进数据共享，健全数据交易规则，服务PLACE企业。', ['T1']],
  ['整理PLACE电子档案，开放档案目录，方便查询档案。', ['T1']],
  ['建设智慧教育平台，让PLACE学生在线学习。', ['T2']],
  ['建设算力中心，铺开5G网络，覆盖PLACE城区。', ['A1']],
  ['统筹算力与数据，培育PLACE数据要素。', ['T1', 'A1']],
  ['修缮PLACE校舍，更换门窗，清理库房，相关数据另行公布。', []],
  ['加强PLACE组织领导，压实工作责任，确保任务落实。', []],
];

/** Documents of seven labelled passages each, all different in their words. */
export function createLearningDocuments(count: number): readonly LearningDocument[] {
  return Array.from({ length: count }, (_, d) => {
    const id = `doc-${String(d).padStart(2, '0')}`;
    const place = `${PLACES[d % PLACES.length] ?? ''}${d < PLACES.length ? '市' : '新区'}`;
    let text = `${place}数字发展实施方案\n\n`;
    const labels = PASSAGES.map(([template, codes], p) => {
      text += `${'一二三四五六七'.charAt(p)}、${['甲', '乙', '丙'][d % 3] ?? ''}项工作\n`;
      const words = template.replaceAll('PLACE', place);
      const start = text.length;
      text += `${words}\n`;
      return { id: `${id}-${p}`, doc: id, start, end: start + words.length, text: words, codes };
    });
    return { id, text, labels };
  });
}

/** A label as the gold reader gives it. */
export function createGold(changes: Partial<TagGold> = {}): TagGold {
  return {
    line: 1,
    id: 'g',
    place: undefined,
    text: undefined,
    title: undefined,
    headingPath: undefined,
    codes: [],
    coders: undefined,
    evidence: undefined,
    ...changes,
  };
}

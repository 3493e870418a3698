/** Text reuse: what is found, where, and what is not. */
import { describe, expect, it } from 'vitest';
import {
  createReuseIndex,
  findSharedTexts,
  prepareDocument,
  prepareText,
} from '../../../src/align';
import { parseDocument } from '../../../src/document';
import { createRandom } from '../../../src/evaluate/random';
import { editText } from '../../support/plant-reuse';

const PLAN =
  '推进县域数字档案馆联网共享，统一著录格式和接口规范，三年内完成历史档案扫描入库并向公众开放检索服务。建立跨馆调阅机制，群众在任一窗口可以查阅全省馆藏目录，减少往返奔波。';
const OTHER =
  '今年以来，全镇干部群众坚持早谋划、早动员，春耕备耕工作进展顺利，农资储备充足，农机检修完成九成以上，预计粮食播种面积比上年略有增加。';

function find(text: string, plan = PLAN): readonly string[] {
  const prepared = prepareText(text);
  return createReuseIndex(prepareText(plan))
    .find(prepared)
    .map(({ aStart, aEnd }) => {
      const { start, end } = prepared.locate(aStart, aEnd);
      return text.slice(start, end);
    });
}

describe('createReuseIndex', () => {
  it('finds a copy word for word, without its punctuation', () => {
    const copy = '统一著录格式和接口规范，三年内完成历史档案扫描入库并向公众开放检索服务';
    expect(find(`${OTHER}${copy}${OTHER}`)).toEqual([copy]);
  });

  it('finds what differs in width, case, script and line breaks', () => {
    const plan = '建设5G专网和IPv6地址管理平台，打通各部门数据接口，形成统一的数字底座和服务目录';
    const copy =
      '建設５Ｇ專網和ＩＰＶ６地址管理平台，\n打通各部門數據接口，形成統一的數字底座和服務目錄';
    expect(find(copy, plan)).toEqual([copy]);
  });

  it('finds sentences in another order', () => {
    const [first = '', second = ''] = PLAN.split('。');
    const found = find(`${second}。${OTHER}${first}。`);
    expect(found).toHaveLength(2);
    expect(found[0]).toBe(second);
    expect(found[1]).toBe(first);
  });

  it('finds a copy of which every eighth character was edited', () => {
    const edited = editText(PLAN, 0.125, OTHER, createRandom(3));
    const [found = ''] = find(`${OTHER}${edited}${OTHER}`);
    expect(found.length).toBeGreaterThan(edited.length * 0.9);
    expect(found.length).toBeLessThan(edited.length * 1.15);
  });

  it.each([
    ['another subject', OTHER],
    ['nothing', ''],
    ['a phrase that many use', '推进数字档案馆联网，坚持统一规范'],
  ])('finds nothing in %s', (_, text) => {
    expect(find(text)).toEqual([]);
  });

  it('tells how many letters are the same', () => {
    const [match] = createReuseIndex(prepareText(PLAN)).find(prepareText(PLAN));
    const { length } = prepareText(PLAN).letters;
    expect(match).toMatchObject({ aStart: 0, bStart: 0, aEnd: length, bEnd: length });
    expect(match?.matches).toBe(length);
    expect(match?.points).toBe(2 * length);
  });

  it('stays quick where a text repeats itself', () => {
    const text = '数据共享'.repeat(20_000);
    expect(createReuseIndex(prepareText(text)).find(prepareText(text)).length).toBeLessThan(10);
    expect(find(PLAN.repeat(500)).length).toBeGreaterThan(400);
  });
});

describe('findSharedTexts', () => {
  const texts = new Map([
    ['c', OTHER.repeat(4)],
    ['a', `${PLAN}${'各馆要制定年度计划，明确责任人和完成时限，按季度上报进展情况。'.repeat(2)}`],
    ['b', `${PLAN}${'各馆要制定年度计划，明确责任人和完成时限，按季度上报进展。'.repeat(2)}`],
    [
      'd',
      `${PLAN}${'渔港码头改造要与航道疏浚同步推进，保障渔船安全停泊，完善冷链仓储设施，提升卸货效率。'.repeat(3)}`,
    ],
  ]);
  const documents = [...texts].map(([id, text]) => ({ id, text: prepareText(text) }));
  const shared = findSharedTexts(documents);

  it('groups near-duplicates', () => {
    expect(shared.groups).toEqual([['a', 'b']]);
  });

  it('tells partial reuse by its share of either document', () => {
    const pair = shared.pairs.find(({ a, b }) => a === 'a' && b === 'd');
    const letters = (id: string): number => prepareText(texts.get(id) ?? '').letters.length;
    const common = prepareText(PLAN).letters.length;
    expect(pair?.shareOfA).toBeCloseTo(common / letters('a'), 1);
    expect(pair?.shareOfB).toBeCloseTo(common / letters('d'), 1);
  });

  it('tells nothing of documents that have nothing in common', () => {
    expect(shared.pairs.some(({ a, b }) => a === 'c' || b === 'c')).toBe(false);
  });

  it('does not depend on the order', () => {
    expect(findSharedTexts([...documents].reverse())).toEqual(shared);
  });

  it('groups many copies of one document', () => {
    const copies = Array.from({ length: 60 }, (_, i) => ({
      id: String(i).padStart(2, '0'),
      text: prepareText(PLAN),
    }));
    expect(findSharedTexts(copies).groups).toEqual([copies.map(({ id }) => id)]);
  });
});

describe('boilerplate', () => {
  it('marks preamble, principles and set phrases, and nothing else', () => {
    const document = parseDocument(
      [
        '云澜市数字档案建设方案',
        '为推进数字档案建设，制定本方案。',
        '一、总体要求',
        '（一）指导思想。坚持便民利民，统筹兼顾。',
        '（二）主要目标。到2025年，档案数字化率达到90%。',
        '二、重点任务',
        '推进档案馆联网，开放检索服务。',
      ].join('\n'),
      { id: 'x' },
    );
    const { letters, boilerplate } = prepareDocument(document);
    const marked = String.fromCharCode(...letters.filter((_, i) => boilerplate[i] === 1));
    expect(marked).toContain('制定本方案');
    expect(marked).toContain('便民利民');
    expect(marked).not.toContain('数字化率');
    expect(marked).not.toContain('开放检索');
  });
});

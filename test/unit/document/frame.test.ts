import { describe, expect, it } from 'vitest';
import { readFrame } from '../../../src/document/frame';
import { blocksOf } from '../../support/document-blocks';

/** Role and text of each block; body text has role `-`. */
function rolesOf(text: string): readonly string[] {
  const blocks = blocksOf(text);
  const { roles } = readFrame(blocks);
  return blocks.map((block, i) => `${roles[i] ?? '-'} ${block.text.slice(0, 12)}`);
}

const titleOf = (text: string): string | undefined => readFrame(blocksOf(text)).title?.text;
const body =
  '为贯彻落实市委、市政府部署，推动数字经济高质量发展，结合实际，制定本方案，请认真组织实施。';

describe('readFrame', () => {
  it.each([
    ['one line', `云澜市数字经济发展规划\n${body}`, '云澜市数字经济发展规划'],
    [
      'several lines',
      `云澜市人民政府关于印发云澜市\n智慧城市建设三年行动计划\n的通知\n${body}`,
      '云澜市人民政府关于印发云澜市智慧城市建设三年行动计划的通知',
    ],
    [
      'a quoted name over two lines',
      `云澜市人民政府印发《云澜市数据\n要素市场规划》的通知\n${body}`,
      '云澜市人民政府印发《云澜市数据要素市场规划》的通知',
    ],
    ['letters set apart', `政 府 工 作 报 告\n各位代表：\n${body}`, '政府工作报告'],
    ['a Markdown heading without a genre', `# 问答：如何申报？\n${body}`, '问答:如何申报?'],
    [
      'the notice around the name that a page gives',
      `# 云澜市应急体系规划\n云澜市人民政府关于印发\n云澜市应急体系规划的通知\n${body}`,
      '云澜市人民政府关于印发云澜市应急体系规划的通知',
    ],
    [
      'a year in brackets below',
      `云澜市数据行动方案\n（2024—2026年）\n${body}`,
      '云澜市数据行动方案(2024—2026年)',
    ],
    ['附件 above it', `附件\n云澜市数据行动方案\n${body}`, '云澜市数据行动方案'],
  ])('finds a title of %s', (_, text, title) => {
    expect(titleOf(text)).toBe(title);
  });

  it.each([
    ['body text', `${body}\n${body}`],
    ['a heading with a number', `一、总体要求\n${body}`],
    ['the heading of a part', `2023年工作回顾\n${body}${body}`],
    ['an addressee', `各县人民政府：\n${body}`],
    ['the end of a line about a meeting', `人民代表大会第二次会议上\n市长 李某某\n${body}`],
  ])('finds none in %s', (_, text) => {
    expect(titleOf(text)).toBeUndefined();
  });

  it('marks the head of a joint notice', () => {
    expect(
      rolesOf(
        `YLCR—2024—0010001\n云澜市财政局\n云 澜 市 公 安 局\n云财发〔2024〕3号\n文件\n关于印发数据管理办法的通知\n各有关单位：\n${body}`,
      ),
    ).toEqual([
      'metadata YLCR—2024—00',
      'red-head 云澜市财政局',
      'red-head 云 澜 市 公 安 局',
      'document-number 云财发〔2024〕3号',
      'metadata 文件',
      'title 关于印发数据管理办法的通',
      'addressee 各有关单位:',
      '- 为贯彻落实市委、市政府部',
    ]);
  });

  it('marks the head of a work report', () => {
    expect(
      rolesOf(
        `政府工作报告\n——2026年1月26日在澄江省第十四届\n人民代表大会第五次会议上\n澄江省省长\u3000王某某\n各位代表：\n${body}`,
      ),
    ).toEqual([
      'title 政府工作报告',
      'subtitle ——2026年1月26日',
      'subtitle 人民代表大会第五次会议上',
      'speaker 澄江省省长 王某某',
      'addressee 各位代表:',
      '- 为贯彻落实市委、市政府部',
    ]);
  });

  it('marks the key–value lines of a page, keys above their values too', () => {
    expect(
      rolesOf(
        `# 云澜市数据规定\n**发布日期**：2024-01-02\n来源：\n云澜日报客户端\n2024-01-03 10:20\n${body}`,
      ),
    ).toEqual([
      'title 云澜市数据规定',
      'metadata 发布日期:2024-01',
      'metadata 来源:',
      'metadata 云澜日报客户端',
      'metadata 2024-01-03 1',
      '- 为贯彻落实市委、市政府部',
    ]);
  });

  it.each([
    [
      'names one below the other',
      '云澜市财政局\n云 澜 市 公 安 局\n2024年3月4日',
      ['signature', 'signature', 'date'],
    ],
    [
      'a name broken over two lines',
      '云澜市工业和\n信息化局\n2024年3月4日',
      ['signature', 'signature', 'date'],
    ],
    ['name and date in one line', '云澜市财政局\u3000\u30002024年3月4日', ['signature']],
    ['a note below', '云澜市财政局\n2024年3月4日\n（此件公开发布）', ['signature', 'date', 'note']],
    [
      'two dates',
      '云澜市科技局\n2024年3月4日签发\n2024年3月8日发布\n（此件主动公开）',
      ['signature', 'signature', 'note', 'note'],
    ],
    [
      'copies and the line of printing',
      '抄送：市委各部门，市法院，\n市检察院。\n云澜市人民政府办公室2024年3月4日印发',
      ['note', 'note', 'note'],
    ],
    [
      'contacts',
      '联系人：李某，电话：010-12345678\n市工信局\u3000王某\u3000010-87654321\nabc@example.cn',
      ['note', 'note', 'note'],
    ],
  ])('marks a tail of %s', (_, tail, expected) => {
    const roles = rolesOf(`一、组织实施\n${body}\n${tail}`);
    expect(roles.slice(-expected.length).map((role) => role.split(' ')[0])).toEqual(expected);
    expect(roles.at(-expected.length - 1)).toMatch(/^- 为贯彻/);
  });

  it.each([
    ['a date in a sentence', `${body}\n本规定自2024年3月4日起施行。`],
    [
      'a paragraph with a telephone number',
      `${body}\n请各单位于3月底前将材料报送市局，联系电话010-12345678，逾期不再受理，材料一律不退。`,
    ],
    ['a paragraph that leads over to the body', '根据省委部署，现提出以下意见：\n一、目标'],
  ])('leaves %s in the body', (_, text) => {
    expect(rolesOf(text).every((role) => role.startsWith('- '))).toBe(true);
  });

  it.each([
    ['above the signature', '附件：1.名单\n2.任务表\n云澜市财政局\n2024年3月4日'],
    ['alone on its line', '附件：\n1.名单\n2.任务表\n云澜市财政局\n2024年3月4日'],
    ['at the end', '附件：1.名单\n2.任务表'],
    ['above the first attachment', '附件：1.名单\n2.任务表\n附件1\n名单\n张某'],
  ])('marks a list of attachments %s', (_, tail) => {
    const roles = rolesOf(`${body}\n${tail}`).filter((role) => role.startsWith('attachment-list'));
    expect(roles).toHaveLength(tail.includes('附件：\n') ? 3 : 2);
  });

  it('leaves numbered lines that no list introduces', () => {
    expect(rolesOf(`${body}\n1.建设平台\n2.完善制度`)).not.toContainEqual(
      expect.stringMatching(/^attachment-list/),
    );
  });

  it('finds the document inside its covering notice', () => {
    const { innerTitles } = readFrame(
      blocksOf(
        `云澜市人民政府关于印发《云澜市数据规划》的通知\n各区县：\n${body}\n云澜市人民政府\n2024年3月4日\n云澜市数据规划\n一、目标\n${body}`,
      ),
    );
    expect(innerTitles.map(({ text }) => text)).toEqual(['云澜市数据规划']);
  });
});

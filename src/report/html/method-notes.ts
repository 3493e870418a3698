/**
 * The method notes of the report: what each figure is, its formula, its source.
 *
 * @module
 */
import { html, type Markup } from './markup';
import { say } from './wording';

interface Note {
  readonly name: readonly [chinese: string, english: string];
  readonly formula: string | readonly [chinese: string, english: string];
  readonly meaning: readonly [chinese: string, english: string];
  readonly source: string;
}

const NOTES: readonly Note[] = [
  {
    name: ['字数 n', 'characters n'],
    formula: 'nₖ = Σ |p| · sₚₖ / Σⱼ sₚⱼ',
    meaning: [
      '标有任务 k 的段落字数；一段有多个标签时按得分分摊。',
      'Characters of the passages tagged k; a passage with several tags is shared among them by score.',
    ],
    source: '',
  },
  {
    name: ['注意力分配', 'emphasis'],
    formula: 'sₖ = nₖ / Σ n',
    meaning: [
      '各任务在全部已标注字数中的占比。规划自身的占比记作 pₖ；未提供规划文本时各任务相等。',
      'The share of each task in all tagged characters. The plan’s own is pₖ; equal for all where its text is not given.',
    ],
    source: 'Jones & Baumgartner 2005',
  },
  {
    name: ['覆盖度', 'coverage'],
    formula: '|{k : nₖ ≥ τ}| / K;  Σ pₖ·[nₖ ≥ τ]',
    meaning: [
      '字数达到 τ 的任务所占比例；加权形式按规划的注意力加权。',
      'The share of tasks with at least τ characters; weighted by the plan’s emphasis.',
    ],
    source: '',
  },
  {
    name: ['数字化占比', 'digital share'],
    formula: ['已标注字数 / 全文字数', 'tagged / all'],
    meaning: [
      '已标注段落字数占全文字数之比。',
      'Characters of tagged passages over all characters.',
    ],
    source: '',
  },
  {
    name: ['相对注意力', 'relative emphasis'],
    formula: 'sₖ / s̄ₖ;  (RCA − 1) / (RCA + 1)',
    meaning: [
      '与本批文件的平均占比之比；对称形式在 −1 与 1 之间，0 表示与平均相同。',
      'Over the mean of the documents of this run; the symmetric form lies between −1 and 1, 0 is the mean.',
    ],
    source: 'Balassa 1965; Dalum, Laursen & Villumsen 1998',
  },
  {
    name: ['多样性', 'diversity'],
    formula: 'exp(−Σ s ln s)',
    meaning: ['有效任务数，从 1 到 K。', 'The effective number of tasks, from 1 to K.'],
    source: 'Hill 1973',
  },
  {
    name: ['趋同度', 'convergence'],
    formula: '1 − ½ Σ|pₖ − sₖ|',
    meaning: [
      '文件与规划注意力分配的一致程度，1 为完全相同。',
      'How far the emphases of document and plan agree; 1 is the same.',
    ],
    source: 'Sigelman & Buell 2004',
  },
  {
    name: ['余弦、JS 散度', 'cosine, Jensen–Shannon'],
    formula: 'Σps/√(Σp²Σs²);  ½KL(p‖m) + ½KL(s‖m)',
    meaning: [
      '同一比较的另外两种度量；JS 散度以比特计，0 为相同。',
      'Two other measures of the same; the divergence is in bits, 0 is the same.',
    ],
    source: 'Salton & McGill 1983; Lin 1991',
  },
  {
    name: ['文本相似度', 'similarity'],
    formula: 'cos(tf·idf)',
    meaning: [
      '两方同一任务段落的 TF-IDF 余弦；需要规划文本。',
      'TF-IDF cosine of both sides’ passages of a task; needs the plan’s text.',
    ],
    source: 'Salton & Buckley 1988',
  },
  {
    name: ['文本复用', 'text reuse'],
    formula: ['局部对齐的字数 / 全部字数', 'letters in local alignments / letters'],
    meaning: [
      '与规划局部对齐的字数占比，容许改动与换序；套话（前言、指导思想、组织实施）另计。不同文件之间只比较比率。',
      'The share of letters in local alignments with the plan, edits and another order allowed; boilerplate (preamble, principles, organisation) apart. Only rates compare between documents.',
    ],
    source: 'Smith & Waterman 1981; Smith, Cordell & Mullen 2015; Burgess et al. 2016',
  },
  {
    name: ['力度', 'strength'],
    formula: ['表（机关，文种）；用语强度的平均', 'table(issuer, genre);  mean(wording)'],
    meaning: [
      '形式力度按发文机关与文种查表；措辞力度为指令性用语的平均强度。两者分列，不合并。各级分值为本项目自定，仿政策量化研究中“按效力等级赋分”的做法，未与任何文献逐项核对。',
      'Formal strength is looked up by issuer and genre; wording strength is the mean strength of directive words. Two figures, never one. The grades are this project’s own, in the manner of studies that grade policies by their legal rank, and are checked against no paper.',
    ],
    source: '',
  },
  {
    name: ['明确度', 'specificity'],
    formula: [
      '有目标、期限或单位的段落 / 段落',
      'passages with target, deadline or body / passages',
    ],
    meaning: [
      '含有量化目标、期限或具名责任单位的段落占比。',
      'The share of a task’s passages that hold a quantified target, a deadline or a named body.',
    ],
    source: '',
  },
];

/** The notes as a section. */
export function writeMethodNotes(settings: Readonly<Record<string, number>>): Markup {
  const rows = NOTES.map(
    ({ name, formula, meaning, source }) =>
      html`<tr><th scope=row>${say(...name)}</th><td class=formula>${typeof formula === 'string' ? formula : say(...formula)}</td><td>${say(...meaning)}</td><td>${source}</td></tr>`,
  );
  const used = Object.entries(settings).map(([key, value]) => `${key} = ${String(value)}`);
  return html`<section id="method"><h2>${say('方法说明', 'Method')}</h2>
<div class="scroll"><table class="stack"><thead><tr><th>${say('指标', 'measure')}</th><th>${say('公式', 'formula')}</th><th>${say('含义', 'meaning')}</th><th>${say('出处', 'source')}</th></tr></thead><tbody>${rows}</tbody></table></div>
<h3>${say('任务台账的状态', 'Statuses of the task ledger')}</h3>
<ul>
<li>○ ${say('缺失：没有段落。', 'absent: no passage.')}</li>
<li>◔ ${say('提及：字数不足 τ；提供规划文本时，也指没有与规划该任务段落相对应的段落。', 'mentioned: fewer than τ characters or, where the plan’s text is given, no passage that corresponds to one of the plan’s for the task.')}</li>
<li>◑ ${say('转述：沿用规划的表述，没有自己的地点、单位或数字。', 'restated: taken up in the plan’s terms, without places, bodies or figures of its own.')}</li>
<li>◕ ${say('本地化：就规划所涉事项有自己的地点、单位或数字。', 'localised: with own places, bodies or figures on what the plan speaks of.')}</li>
<li>● ${say('拓展：有规划从未提及之事的目标或具名举措（工程、试点、机构、基金、制度等），且所在分句、段落确属该任务；仅在提供规划文本时判定。', 'extended: with a target or a named measure (programme, pilot, body, fund, rule) on what the plan nowhere speaks of, in a clause and a passage that are about the task; told only where the plan’s text is given.')}</li>
</ul>
<p class=soft>${say('“把握不大”：所依据的标签得分均低于 0.5，可能并不属于该任务。', '“Unsure”: no tag that the entry rests on scores 0.5 or more; it may not be about the task at all.')}</p>
<p class=soft>${say('标签、目标与责任单位均由程序识别，会有差错；请以所附原文为准。', 'Tags, targets and bodies are found by a program, which errs; the passages shown are what counts.')}</p>
<p class=soft>${say('参数：', 'Settings: ')}${used.join(', ')}</p></section>`;
}

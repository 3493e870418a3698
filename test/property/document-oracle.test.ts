// A section tree rendered as text comes back as the same tree.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, type Section } from '../../src/document';
import { formatChineseNumeral } from '../../src/text';

interface Tree {
  readonly heading: string;
  /** The heading runs into its first paragraph. */
  readonly runIn: boolean;
  readonly paragraphs: readonly string[];
  readonly children: readonly Tree[];
}

const LEVELS: readonly ((ordinal: number) => string)[] = [
  (ordinal) => `${formatChineseNumeral(ordinal)}、`,
  (ordinal) => `（${formatChineseNumeral(ordinal)}）`,
  (ordinal) => `${String(ordinal)}.`,
  (ordinal) => `（${String(ordinal)}）`,
];

const subject = fc.constantFrom(
  '数据要素市场',
  '政务服务平台',
  '算力基础设施',
  '智慧社区',
  '数字乡村',
  '网络安全防线',
);
const verb = fc.constantFrom('培育', '完善', '统筹布局', '提升', '夯实', '优化');
const heading = fc.tuple(verb, subject).map(([first, second]) => first + second);
const paragraph = fc
  .tuple(verb, subject, verb, subject)
  .map(
    ([a, b, c, d]) =>
      `各地要结合实际${a}${b}，鼓励企业参与${c}${d}，力争形成一批可复制、可推广的经验做法和典型案例，带动全市产业转型升级。`,
  );
const tree = (depth: number): fc.Arbitrary<Tree> =>
  fc.record({
    heading,
    runIn: fc.boolean(),
    paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 3 }),
    children:
      depth >= LEVELS.length ? fc.constant([]) : fc.array(tree(depth + 1), { maxLength: 3 }),
  });
const forest = fc.array(tree(1), { minLength: 1, maxLength: 4 });

describe('parseDocument', () => {
  it('gives back the tree that a text was made of', () => {
    fc.assert(
      fc.property(forest, (trees) => {
        const document = parseDocument(render(trees, 0), { id: 'd' });
        expect(document.sections.map(describeSection)).toEqual(
          trees.map((each, i) => describeTree(each, 0, i + 1)),
        );
        expect(document.passages.map(({ text }) => text)).toEqual(trees.flatMap(listParagraphs));
        expect(document.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('gives back the chapters and articles that a statute was made of', () => {
    const chapters = fc.array(
      fc.tuple(
        heading,
        fc.array(fc.array(paragraph, { minLength: 1, maxLength: 2 }), {
          minLength: 1,
          maxLength: 4,
        }),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(chapters, (parts) => {
        let article = 0;
        const lines = parts.flatMap(([name, articles], i) => [
          `第${formatChineseNumeral(i + 1)}章\u3000${name}`,
          ...articles.flatMap((texts) => {
            article += 1;
            return [
              `第${formatChineseNumeral(article)}条\u3000${texts[0] ?? ''}`,
              ...texts.slice(1),
            ];
          }),
        ]);
        const document = parseDocument(lines.join('\n'), { id: 'd' });
        expect(document.sections.map(({ kind, heading: found }) => `${kind} ${found}`)).toEqual(
          parts.map(([name]) => `chapter ${name}`),
        );
        expect(document.sections.map(({ children }) => children.length)).toEqual(
          parts.map(([, articles]) => articles.length),
        );
        expect(document.passages.map(({ text }) => text)).toEqual(
          parts.flatMap(([, articles]) => articles.flat()),
        );
      }),
      { numRuns: 100 },
    );
  });
});

function render(trees: readonly Tree[], depth: number): string {
  return trees
    .map(({ heading: words, runIn, paragraphs, children }, i) => {
      const title = (LEVELS[depth]?.(i + 1) ?? '') + words;
      const [first = '', ...rest] = paragraphs;
      const lines = runIn ? [`${title}。${first}`, ...rest] : [title, first, ...rest];
      return [...lines, ...(children.length === 0 ? [] : [render(children, depth + 1)])].join('\n');
    })
    .join('\n');
}

interface Described {
  readonly label: string;
  readonly ordinal: number | undefined;
  readonly children: readonly Described[];
}

function describeTree(
  { heading: words, children }: Tree,
  depth: number,
  ordinal: number,
): Described {
  const label = (LEVELS[depth]?.(ordinal) ?? '') + words;
  return {
    label,
    ordinal,
    children: children.map((child, i) => describeTree(child, depth + 1, i + 1)),
  };
}

function describeSection({ label, ordinal, children }: Section): Described {
  return { label, ordinal, children: children.map(describeSection) };
}

function listParagraphs({ paragraphs, children }: Tree): readonly string[] {
  return [...paragraphs, ...children.flatMap(listParagraphs)];
}

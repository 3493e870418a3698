// Parses a policy document, tags its passages, and prints each tag with the words that speak for it.
import { builtinTaxonomy, createAnalyzer } from 'zhengce';

const text = `云澜市数字经济发展行动方案
一、夯实数字底座
（一）建设算力网络。到2025年，建成智算中心2个，千兆光网覆盖全部乡镇。
（二）培育数据要素市场。推动公共数据授权运营，设立数据交易场所。`;
const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });
const document = analyzer.tag(analyzer.parse(text, { id: 'demo' }));
for (const { headingPath, tags } of document.passages) {
  for (const { code, score, evidence } of tags) {
    const words = evidence.map(({ start, end }) => text.slice(start, end));
    console.log(
      headingPath.join(' > '),
      '→',
      code,
      score.toFixed(2),
      [...new Set(words)].join(' '),
    );
  }
}

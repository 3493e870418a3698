// Loads a plan of your own from YAML and tags a passage with it: labels and a few terms are enough to begin with.
import { createAnalyzer, loadTaxonomy } from 'zhengce';

const plan = loadTaxonomy(`
id: water-2030
title: 节水行动计划
version: "1"
schemes:
  - { id: task, prefLabel: 任务, assignable: true }
concepts:
  - id: W1
    notation: W1
    inScheme: task
    prefLabel: 农业节水增效
    lexicon:
      - { weight: 3, terms: [高效节水灌溉, 滴灌, 灌区改造] }
  - id: W2
    notation: W2
    inScheme: task
    prefLabel: 城镇节水降损
    lexicon:
      - { weight: 3, terms: [管网漏损, 再生水利用, 节水器具] }
`);
const analyzer = await createAnalyzer({ taxonomy: plan });
const [result] = analyzer.tagPassages([
  { id: 'p1', text: '改造老旧供水管网，把管网漏损率降到9%以下，推广节水器具。' },
]);
for (const { code, score } of result.tags) console.log(code, score.toFixed(2));

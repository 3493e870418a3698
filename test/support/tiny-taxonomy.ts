// A small plan of our own for tests of the tagger: two assignable schemes, a cue list, positive and negative terms.
import { loadTaxonomy, type Taxonomy } from '../../src/taxonomy';

/** The tiny plan as a file. */
export const tinyYaml = `
id: tiny
title: 小规划
version: "1"
schemes:
  - { id: task, prefLabel: 任务, assignable: true }
  - { id: action, prefLabel: 行动, assignable: true }
  - { id: aspect, prefLabel: 方面, assignable: false }
cues:
  digital: [数字, 智慧, 在线]
concepts:
  - { id: aspect-data, inScheme: aspect, prefLabel: 数据方面 }
  - id: T1
    notation: T1
    inScheme: task
    prefLabel: 数据资源利用
    altLabels: [数据要素]
    broader: [aspect-data]
    lexicon:
      - { weight: 3, terms: [数据共享, 数据交易, 数据交易所, 数据] }
      - { weight: -2, terms: [统计数据] }
  - id: T2
    notation: T2
    inScheme: task
    prefLabel: 数字民生服务
    lexicon:
      - { weight: 2, terms: [智慧教育] }
      - { weight: 2, with: digital, terms: [课堂, 医院] }
  - id: A1
    notation: A1
    inScheme: action
    prefLabel: 算力提升行动
    lexicon:
      - { weight: 3, terms: [算力, 5G网络, AI] }
      - { weight: 1, terms: [数据] }
`;

/** The tiny plan: tasks T1 and T2, action A1. */
export const tinyTaxonomy: Taxonomy = loadTaxonomy(tinyYaml, { fileName: 'tiny.yaml' });

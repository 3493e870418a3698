// A small valid taxonomy file, and how tests break it.

/** A plan with every key of the format, in the manner of the built-in one. */
export const taxonomyText = `id: small-plan
title: 某市数字化规划
version: "2"
issuer: 某市人民政府
issuedOn: 2024-02-29
period: { start: 2024, end: 2026 }
schemes:
  - { id: area, prefLabel: 领域, assignable: false }
  - { id: task, prefLabel: 任务, assignable: true }
cues:
  digital: [数字, 数据]
concepts:
  - { id: area-data, inScheme: area, prefLabel: 数据 }
  - id: data
    notation: N1
    inScheme: task
    prefLabel: 数据要素
    altLabels: [数据资源]
    hiddenLabels: [数据要素体系]
    scopeNote: 数据的供给与流通。
    broader: [area-data]
    related: [network]
    lexicon:
      - weight: 3
        terms: [公共数据, 数据交易]
      - weight: -2
        with: digital
        terms: [统计年鉴]
  - id: network
    notation: N2
    inScheme: task
    prefLabel: 网络
    broader: [area-data]
`;

/** The small plan with one passage of its text replaced; throws where it does not have the passage. */
export function breakTaxonomy(passage: string, replacement: string): string {
  if (!taxonomyText.includes(passage)) throw new Error(`No passage ${passage}`);
  return taxonomyText.replace(passage, () => replacement);
}

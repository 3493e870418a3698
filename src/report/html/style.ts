/**
 * The style sheet of the report: for screens of any width, for paper, and readable in grey.
 *
 * @module
 */

/** Shades of the heat map, from paper to ink: their lightness falls evenly, so that they stay apart in grey. */
const SHADES: readonly (readonly [background: string, text: string])[] = [
  ['#ffffff', '#767676'],
  ['#eaf1f8', '#1d2733'],
  ['#cfe0f0', '#1d2733'],
  ['#aecbe6', '#1d2733'],
  ['#7faed6', '#10161d'],
  ['#3b78b0', '#ffffff'],
  ['#1f5688', '#ffffff'],
  ['#0b345a', '#ffffff'],
];

/** The shade of a share: upper bounds of all but the last. */
const BOUNDS = [0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5];

/** The class of the shade for a share. */
export function shadeOf(share: number): string {
  const at = BOUNDS.findIndex((bound) => share <= bound);
  return `s${String(at === -1 ? SHADES.length - 1 : at)}`;
}

/** The bounds in words, for the legend. */
export function listShades(): readonly { readonly name: string; readonly label: string }[] {
  return SHADES.map((_, i) => {
    const low = BOUNDS[i - 1];
    const high = BOUNDS[i];
    const label =
      low === undefined
        ? '0'
        : high === undefined
          ? `> ${String(low * 100)}%`
          : `≤ ${String(high * 100)}%`;
    return { name: `s${String(i)}`, label };
  });
}

const SHADE_RULES = SHADES.map(
  ([background, text], i) => `.s${String(i)}{background:${background};color:${text}}`,
).join('');

/** On a phone and on paper, where the head of the ledger is out of sight, its figures get their names before them. */
function labelCells(names: readonly string[], language: string): string {
  return names
    .map(
      (name, i) =>
        `#lang-${language}:checked~main .ledger td:nth-child(${String(i + 3)})::before{content:"${name}"}`,
    )
    .join('');
}

const RULES = `
:root{--ink:#1d2733;--soft:#556170;--line:#d5dbe2;--paper:#fff;--bar:#1f5688;--plan:#b9c4cf;--mark:#fff1b8}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;color:var(--ink);background:var(--paper);font:15px/1.65 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif}
.lang{position:absolute;top:1rem;right:1rem;opacity:0;pointer-events:none}
.switch{position:absolute;top:1rem;right:1rem;display:flex;gap:.25rem;font-size:.875rem}
.switch label{padding:.15rem .6rem;border:1px solid var(--line);border-radius:.25rem;cursor:pointer}
#lang-zh:checked~.switch label[for=lang-zh],#lang-en:checked~.switch label[for=lang-en]{background:var(--ink);color:#fff;border-color:var(--ink)}
.lang:focus-visible~.switch{outline:3px solid #c2410c;outline-offset:2px}
i{font-style:normal}
#lang-zh:checked~* i[lang],#lang-en:checked~* i:not([lang]){display:none}
header,main,footer{max-width:76rem;margin:0 auto;padding:1rem}
header{padding-top:3.5rem}
h1{font-size:1.6rem;line-height:1.3;margin:0 0 .5rem}
h2{font-size:1.25rem;margin:2.5rem 0 .5rem;border-bottom:2px solid var(--ink);padding-bottom:.25rem}
h3{font-size:1.05rem;margin:1.5rem 0 .5rem}
h4{font-size:.95rem;margin:1rem 0 .35rem}
p{margin:.4rem 0;max-width:52rem}
a{color:#0b4a8f}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid #c2410c;outline-offset:2px}
.soft{color:var(--soft);font-size:.875rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0;margin:.75rem 0 0}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr));gap:.75rem;margin:1rem 0}
.figures div{border:1px solid var(--line);border-radius:.4rem;padding:.6rem .8rem}
.figures dt{font-size:.85rem;color:var(--soft)}
.figures dd{margin:0;font-size:1.5rem;font-weight:600;line-height:1.3}
.figures small{display:block;font-size:.75rem;font-weight:400;color:var(--soft)}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;font-size:.875rem;width:100%}
th,td{border:1px solid var(--line);padding:.25rem .45rem;text-align:left;vertical-align:top}
thead th{background:#f2f5f8;font-weight:600}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.heat{width:auto}
.heat td{text-align:right;min-width:2.6rem;padding:.15rem .3rem;font-variant-numeric:tabular-nums}
.heat thead th{position:sticky;top:0;text-align:center;z-index:1}
.heat tbody th{position:sticky;left:0;background:var(--paper);font-weight:400;min-width:11rem;max-width:18rem;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.heatbox{max-height:80vh;overflow:auto;border:1px solid var(--line)}
${SHADE_RULES}
.key{display:flex;flex-wrap:wrap;gap:.4rem;font-size:.8rem;margin:.5rem 0;padding:0;list-style:none}
.key li{padding:.1rem .5rem;border:1px solid var(--line)}
.bar{display:block;height:.7rem;margin:.4rem 0;min-width:6rem;border:1px solid var(--line);background:linear-gradient(var(--bar) 0 0) 0 0/var(--s) 100% no-repeat #f2f5f8}
.ledger td:nth-child(n+3):nth-child(-n+6){text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.ledger td.b{min-width:7.5rem;padding-bottom:.9rem;background:linear-gradient(#c2410c 0 0) var(--p) 1.65rem/3px .9rem no-repeat,linear-gradient(var(--bar) 0 0) 0 1.85rem/var(--s) .5rem no-repeat}
.ledger th{white-space:nowrap}.ledger tbody th,.st{white-space:normal}
.st{min-width:7rem}.st small{display:block;color:var(--soft);max-width:14rem;overflow-wrap:anywhere}
.st small i{margin-right:.5em;font-weight:600}
.scroll th[scope=row]{min-width:9rem}
.formula+td,table.stack th[scope=row]{min-width:6.5rem}
#cover h2{margin-top:0}
i[lang]{font-family:system-ui,"Noto Sans",sans-serif}
@media (min-width:64rem){.beside{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.05fr);gap:1.5rem;align-items:start}}
figure{margin:1rem 0}
figure svg{width:100%;max-width:34rem;height:auto}
figcaption{font-size:.875rem;color:var(--soft)}
details{border:1px solid var(--line);border-radius:.4rem;margin:.5rem 0;padding:0 .75rem}
details[open]{padding-bottom:.75rem}
summary{cursor:pointer;padding:.4rem 0}
td details{border:0;margin:0;padding:0}
td summary{padding:0}
.ledger th[scope=row]{min-width:10rem;font-weight:400}
.ledger td:last-child{width:50%}
summary span{display:-webkit-inline-box;-webkit-box-orient:vertical;vertical-align:top;max-width:calc(100% - 1.3em);overflow-wrap:anywhere}
.far{font-style:normal}details:not([open])>summary .far{font-size:0}details:not([open])>summary .far::after{content:'…';font-size:.85rem}
details:not([open])>summary span:not(.soft){-webkit-line-clamp:2;overflow:hidden}
cite{font-style:normal;color:var(--soft)}
button{font:inherit;font-size:.8rem;color:#0b4a8f;background:none;border:1px solid var(--line);border-radius:.25rem;padding:0 .4rem;cursor:pointer}
button:focus-visible{outline:3px solid #c2410c;outline-offset:2px}
.passages{list-style:none;padding:0;columns:22rem;font-size:.875rem}
[popover].plan{border:0;border-top:3px solid #c2410c;box-shadow:0 -.5rem 2rem #0003;margin:0 auto;padding:1rem;inset:auto 0 0;width:min(76rem,100%);max-height:45vh;overflow:auto;background:var(--paper);color:var(--ink)}
[popover].plan button{float:right}[popover].plan cite{display:block}
.doc>summary{font-weight:600}
.doc>summary .soft{font-weight:400;display:block}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:.75rem;margin:.5rem 0}
blockquote{margin:.35rem 0;padding:.35rem .7rem;border-left:3px solid var(--line);overflow-wrap:anywhere}
blockquote.plan{border-left-color:#c2410c}
blockquote cite{display:block;font-style:normal;font-size:.78rem;color:var(--soft)}
mark{background:var(--mark);color:inherit;font-weight:600;text-decoration:underline;text-underline-offset:3px}
.warn{border:1px solid #c2410c;border-radius:.4rem;padding:.4rem .8rem}
.formula{font-family:"Cambria Math","STIX Two Math",serif;white-space:nowrap}
.tags{font-size:.8rem;color:var(--soft)}
@media (max-width:40rem){
body{font-size:14px}h1{font-size:1.3rem}.pair{grid-template-columns:1fr}
.heat tbody th{min-width:7rem;max-width:7rem}
header,main,footer{padding-left:.75rem;padding-right:.75rem}
table.stack thead{position:absolute;clip-path:inset(50%);height:1px;overflow:hidden}
table.stack tr{display:block;border:1px solid var(--line);margin:.4rem 0;padding:.25rem .4rem}
table.stack td,table.stack th{display:block;border:0;padding:.1rem 0;text-align:left}
}
@media print,(max-width:60rem){
.ledger,.ledger tbody,.ledger tr{display:block}
.ledger thead{position:absolute;clip-path:inset(50%);height:1px;overflow:hidden}
.ledger tr{border:1px solid var(--line);margin:.4rem 0;padding:.25rem .4rem}
.ledger td,.ledger th{display:inline-block;border:0;padding:.1rem 0;margin-right:.8rem;vertical-align:top}
.ledger th[scope=row]{font-weight:600}
.ledger tr td:last-child{display:block;width:auto;margin:0}
.ledger tr td.b:nth-child(3){min-width:9.5rem;text-align:left;padding-bottom:1.1rem}
.ledger .st{min-width:0}.st small{display:inline;max-width:none;margin-left:.5em}
.ledger td:nth-child(n+3):nth-child(-n+6)::before{color:var(--soft);margin-right:.3em}
${labelCells(['本文 / 规划', '相对', '相似度', '明确度'], 'zh')}
${labelCells(['share / plan’s', 'relative', 'similarity', 'specificity'], 'en')}
}
@media print{
@page{size:A4;margin:14mm}
body{font-size:10pt}.switch,nav,.lang{display:none}
.heatbox{max-height:none;overflow:visible}.scroll{overflow:visible}
.heat{font-size:6pt;width:100%;table-layout:fixed}.heat td{min-width:0;padding:1px 2px}.heat tbody th{position:static;min-width:0;max-width:none;white-space:normal;overflow-wrap:anywhere}.heat thead th{position:static;padding:1px}.heat thead th:first-child{width:24%}
figure svg{max-height:115mm}
h2,h3,h4{break-after:avoid}tr,blockquote,figure,.figures div{break-inside:avoid}
a{color:inherit;text-decoration:none}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.ledger tr,.ledger blockquote{break-inside:auto}
.ledger details::details-content{columns:2;column-gap:1rem}
details:not([open])>summary span:not(.soft){display:inline;overflow:visible}details:not([open])>summary .far{font-size:inherit}details:not([open])>summary .far::after{content:none}.openprint summary{break-after:avoid}
#coverage th[scope=row]{width:42%}
.ledger{font-size:8.5pt}.ledger tr td,.ledger tr th{margin-right:.5rem}
[popover].plan{display:block;position:static;width:auto;max-height:none;box-shadow:none;border-top:0;border-left:3px solid #c2410c;padding:.2rem .5rem}[popover] button{display:none}
.openprint::details-content,.openprint details::details-content{content-visibility:visible;display:block;height:auto}
}
`;

/** The style sheet. */
export const STYLE: string = RULES.trim();

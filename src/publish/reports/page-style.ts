// What reports for people who decide look like: the look of the report, and what only they have.
import { style } from "../html/style.ts";

const own = `
main.page{padding-bottom:32px}
.page h1{font-size:32px;max-width:none}.page h2{font-size:22px;margin-top:28px;border:0}
.points{list-style:none;margin:16px 0;padding:0;display:grid;gap:8px}
.points li{display:flex;gap:8px;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:10px 14px;line-height:1.4}.points .mark{margin-top:5px;width:14px;height:14px}
.ask{display:flex;gap:12px;border:2px solid var(--meadow);border-radius:8px;padding:12px 16px;margin:12px 0;background:var(--card)}.ask p{margin:2px 0 0;max-width:none}
.beside{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 32px}
.page .figures{grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:8px;margin:12px 0}.page .figure{padding:8px 12px;font-size:13px;line-height:1.35}.page .figure b{font-size:22px}.page .figure .note{font-size:12px}
.page .key{grid-template-columns:minmax(124px,2fr) minmax(120px,3fr) minmax(0,4fr);gap:2px 10px;font-size:13px}
.page .beside .key{grid-template-columns:minmax(0,2fr) minmax(0,3fr)}.page .beside .bands{grid-column:1/-1;grid-row:2}
.page table{font-size:13px}.page td,.page th{padding:5px 10px 5px 0}
.beside .strategy-map{min-width:0}
.shares .bar-track{position:relative}.share-line{position:absolute;top:-3px;bottom:-3px;width:2px;background:var(--ink)}
.ladder{width:100%;max-width:760px;height:auto;font:13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;display:block;margin:8px 0}
.ladder text{fill:var(--ink)}.ladder .rung{fill:var(--soft);text-anchor:middle}.ladder .rail{stroke:var(--line);fill:none}
.ladder .now{fill:var(--meadow)}.ladder .wanted{fill:none;stroke:var(--ink);stroke-width:1.5;stroke-dasharray:3 2}.ladder .way{stroke:var(--look);stroke-width:3}.ladder .over{stroke:var(--fine)}.involvement rect{fill:var(--meadow)}
.compact td,.compact th{text-align:center;padding:4px 2px}.compact td{white-space:nowrap}.compact tbody th{text-align:left;font-weight:500}.compact thead th{font-size:12px;font-weight:500;line-height:1.15;vertical-align:bottom;height:112px;white-space:normal}.compact thead th>span{writing-mode:vertical-rl;transform:rotate(180deg);max-height:108px;text-align:left;display:inline-block}.compact .mark{margin-right:2px}.compact{table-layout:fixed}.compact tr>:first-child{width:34%;overflow-wrap:break-word;hyphens:auto}
.marks span{white-space:nowrap;margin-left:8px}.marks .mark{margin-right:3px}
.prose{border-left:3px solid var(--line);padding-left:20px;margin:12px 0}.prose h3{margin-top:12px}
@media (max-width:760px){.beside{grid-template-columns:minmax(0,1fr)}.page .key,.page .beside .key{grid-template-columns:1fr}.page .beside .bands{grid-row:auto}}
@media print{
@page{size:A4;margin:10mm 12mm}
main.page{line-height:1.25;padding:0}.page ul{padding-left:14pt;margin:2pt 0}.page .lead{margin:0}
.page h1{font-size:16pt;margin:0 0 2pt}.page h2{font-size:10pt;margin:5pt 0 1pt}.page h3{font-size:9pt;margin:4pt 0 1pt;break-after:avoid}.page p,.page li{font-size:8.5pt;margin:1pt 0}.page .note{font-size:7.5pt}
.beside{grid-template-columns:repeat(2,minmax(0,1fr));gap:0 14pt}
.points{margin:4pt 0;gap:3pt}.points li{padding:3pt 7pt}.ask{padding:4pt 7pt;margin:4pt 0}
.page .figures{grid-template-columns:repeat(6,1fr);margin:4pt 0;gap:4pt}.page .figure{padding:3pt 6pt;font-size:7.5pt}.page .figure b{font-size:11pt}.page .figure .note{font-size:7pt}
.page .key{grid-template-columns:minmax(88px,3fr) minmax(100px,4fr) minmax(0,5fr);gap:0 8pt;font-size:7pt;padding:0}.page .key .note{font-size:6.5pt}.page .beside .key{grid-template-columns:minmax(0,2fr) minmax(0,3fr);margin-top:2pt}.page .beside .bands{grid-row:2}.page .strong{font-size:8pt}.page .strategy-map{margin:2pt 0}
.page table{font-size:8pt}.page td,.page th{padding:2pt 6pt 2pt 0}.compact thead th{font-size:6.5pt;height:62pt}.page .compact td{font-size:7pt;padding:2pt 0}.compact tr>:first-child{width:27%}.compact thead th>span{max-height:60pt}
.page .bars li{padding:1pt 0;font-size:7.5pt}.page .shares .bar-label .note{font-size:6.5pt}.page .shares .bar-track{height:5pt}.b1,.b2,.b3,.b4,.ribbon,.share-line,.figure,.ask{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;

export const pageStyle = (style + own).replaceAll(/\n+/g, "\n").trim();

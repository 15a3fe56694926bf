// The look of the report: the tokens of the house, light and dark, on screen, in the hand and on paper.

import { heatStyle } from "./heat-style.ts";

const tokens = `
:root{--ink:#1c2a33;--paper:#fbfaf7;--card:#fff;--line:#dfdcd3;--soft:#57626a;--meadow:#2a7247;--fine:#2a7247;--look:#8a5600;--stop:#b3372c;--unknown:#5a6167;--fill-fine:#4f9a6c;--fill-look:#d9a441;--fill-stop:#c8503f;--fill-unknown:#a9aeb1;--ribbon:#2f7d4f2b;--tint:#f3f1ea;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--ink:#e8e6df;--paper:#141a1e;--card:#1a2228;--line:#313b42;--soft:#a3adb3;--meadow:#7cc797;--fine:#7cc797;--look:#e0a94a;--stop:#f08c81;--unknown:#a9b3b8;--fill-fine:#4d9a6b;--fill-look:#b98932;--fill-stop:#c65b4d;--fill-unknown:#66717a;--ribbon:#6fbf8b33;--tint:#20292f}}
`;

const base = `
*{box-sizing:border-box}
html{scroll-padding-top:84px;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
a{color:var(--meadow);text-underline-offset:2px}
:focus-visible{outline:3px solid var(--meadow);outline-offset:2px;border-radius:4px}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--card);padding:8px;z-index:9}
.top{position:sticky;top:0;z-index:5;background:var(--paper);border-bottom:1px solid var(--line)}
.top>div,main,footer{max-width:1120px;margin:0 auto;padding:0 24px}
.top>div{display:flex;gap:4px 24px;align-items:baseline;padding-top:10px;padding-bottom:10px;flex-wrap:wrap}
.top strong{font-weight:600}
.top nav{display:flex;flex-wrap:wrap;gap:2px 12px;font-size:14px;padding:2px}
.top nav a{color:var(--ink);text-decoration:none;white-space:nowrap}.top nav a:hover{color:var(--meadow);text-decoration:underline}
@media (min-width:761px){main>section{scroll-margin-top:-1px}}
.house{vertical-align:-5px;margin-right:8px;width:22px;height:22px}
main>section{padding:16px 0 24px}main>section+section{border-top:1px solid var(--line)}
.kicker{color:var(--soft);margin:28px 0 0}
h1{font-size:40px;line-height:1.15;margin:8px 0 12px;max-width:27em;letter-spacing:-.015em;font-weight:650;text-wrap:balance}h1 span{display:inline-block}
h2{font-size:28px;line-height:1.2;margin:20px 0 8px;font-weight:620;letter-spacing:-.01em}
h3{font-size:20px;line-height:1.3;margin:24px 0 4px;font-weight:600}
.h-count{color:var(--soft);font-weight:400;font-size:20px}
p{max-width:68ch;margin:8px 0}
.lead{font-size:20px;line-height:1.4;color:var(--soft);margin:8px 0}
.soft,.note{color:var(--soft)}.note{font-size:14px}.strong{font-weight:600}
code,.mono{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
pre{overflow-x:auto;background:var(--tint);padding:8px 12px;border-radius:6px;margin:4px 0;white-space:pre-wrap}
.num{text-align:right;white-space:nowrap}
.mark{vertical-align:-1px;margin-right:6px;flex:none}
.s-allow,.s-waived{color:var(--fine)}.s-warn,.s-review{color:var(--look)}.s-deny{color:var(--stop)}.s-unknown,.s-none,.s-known,.s-shadow{color:var(--unknown)}
ul.plain{list-style:none;margin:0;padding:0}ul.plain>li{padding:2px 0}
footer{border-top:1px solid var(--line);padding-top:16px;padding-bottom:40px;color:var(--soft);font-size:14px}
`;

const pictures = `
.parts{margin:20px 0 4px}
.parts-bar{display:flex;gap:2px;height:14px;border-radius:7px;overflow:hidden}
.part{min-width:5px}.p-allow{background:var(--fill-fine)}.p-warn,.p-review{background:var(--fill-look)}.p-deny{background:var(--fill-stop)}.p-unknown{background:var(--fill-unknown)}
.parts ul{display:flex;flex-wrap:wrap;gap:4px 24px;list-style:none;padding:0;margin:8px 0}
.parts li .mark{margin-right:8px}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(200px,1fr));gap:16px;margin:24px 0 8px}
.figure{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:12px 16px;color:var(--ink);text-decoration:none;font-size:14px;line-height:1.4}
.figure:hover{border-color:var(--meadow)}
.figure b{display:block;font-size:28px;line-height:1.25;font-weight:600;letter-spacing:-.01em}
.two{display:grid;grid-template-columns:3fr 2fr;gap:16px 48px}
.bars{list-style:none;padding:0;margin:12px 0}
.bars li{display:grid;grid-template-columns:1fr auto;gap:2px 12px;padding:6px 0}
.bar-label{overflow-wrap:anywhere}.bar-track,.bar-below{grid-column:1/-1}
.bar-track{display:block;height:8px;background:var(--tint);border-radius:4px}.bar{display:block;height:100%;background:var(--fill-fine);border-radius:4px}
.bar.weak{background:var(--fill-look)}.bar.strong,.bar.network{background:var(--fill-stop)}.bar.unknown,.bar.none,.bar.proprietary{background:var(--fill-unknown)}
.columns{display:block;max-width:100%;height:36px;margin:4px 0}.columns rect{fill:var(--fill-fine)}.columns .before{fill:var(--fill-unknown)}
.communities td,.communities th{vertical-align:top;font-size:14px}.communities td{min-width:150px}
.strategy-map{width:100%;min-width:880px;height:auto;font:13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;margin:12px 0}
.strategy-map text{fill:var(--ink)}.strategy-map .map-title{fill:var(--soft)}
.map-node{fill:var(--card);stroke:var(--line)}.map-node.loose{stroke:var(--look);stroke-dasharray:5 4;stroke-width:1.5}
.ribbon{fill:none;stroke:var(--ribbon)}.tone{fill:var(--unknown);color:var(--unknown)}.t-allow{fill:var(--fine);color:var(--fine)}.t-warn,.t-review{fill:var(--look);color:var(--look)}.t-deny{fill:var(--stop);color:var(--stop)}
`;

const keys = `
.spreads{display:grid;grid-template-columns:repeat(auto-fit,minmax(240px,1fr));gap:4px 32px}.spread .strong{margin:8px 0 0;font-size:14px}.spread .parts{margin:6px 0}
.keys{margin:4px 0 8px}.key{display:grid;grid-template-columns:minmax(120px,2fr) minmax(220px,420px) minmax(0,5fr);gap:4px 20px;align-items:center;font-size:14px;padding:4px 0}
.bands{width:100%;height:auto;display:block}.bands text{font-size:11px;fill:var(--soft);text-anchor:middle}.bands .gap{fill:var(--line)}
.b1{fill:var(--fill-fine)}.b2{fill:var(--fill-fine);fill-opacity:.5}.b3{fill:var(--fill-look);fill-opacity:.75}.b4{fill:var(--fill-stop);fill-opacity:.7}
.swatch{display:inline-block;width:10px;height:10px;border-radius:2px;margin-right:6px}.l-b1{background:var(--fill-fine)}.l-b2{background:color-mix(in srgb,var(--fill-fine) 50%,var(--paper))}.l-b3{background:color-mix(in srgb,var(--fill-look) 75%,var(--paper))}.l-b4{background:color-mix(in srgb,var(--fill-stop) 70%,var(--paper))}.l-b0{background:var(--line)}
.bands .mark{fill:var(--ink);stroke:var(--paper);stroke-width:2}.bands .hollow{fill:var(--paper);stroke:var(--ink);stroke-width:2.5}
`;

const parts = `
.state{font-weight:600;white-space:nowrap;font-size:14px}
.todo{list-style:none;counter-reset:n;padding:0;margin:16px 0}
.todo>li{counter-increment:n;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:12px 20px 10px 60px;margin:8px 0;position:relative;display:grid;grid-template-columns:minmax(0,11fr) minmax(0,9fr);gap:0 40px}
.todo>li:before{content:counter(n);position:absolute;left:0;width:48px;text-align:right;top:11px;font-size:20px;color:var(--soft)}
.todo .state{margin-right:10px}.todo .head .note{margin-left:8px}.todo .what{font-weight:600;overflow-wrap:anywhere}.more-of{font-weight:400;color:var(--soft)}
.todo p{margin:4px 0}.todo .rule{color:var(--soft)}
.remedy{padding-left:22px;position:relative}.remedy:before{content:"→";position:absolute;left:0;color:var(--meadow)}
details>summary{cursor:pointer}
.todo details{margin-top:4px;font-size:14px;grid-column:1/-1}.todo .remedy{margin:0}.todo .body{padding:4px 0 4px 16px}
.policy{border-bottom:1px solid var(--line);padding:9px 0}.policy>summary b{font-weight:600}.policy>div{padding:4px 0 8px 18px}
.rule-line{font-size:14px;border-top:1px solid var(--line)}.rule-line>summary{display:grid;grid-template-columns:minmax(0,7fr) minmax(0,4fr);gap:16px;padding:6px 0 6px 18px;position:relative;list-style:none}.rule-line>summary::-webkit-details-marker{display:none}.rule-line>div{padding:0 0 10px 18px}.rule-state{color:var(--soft)}
.spaced>li{padding:5px 0}
.figure-value{font-weight:600;color:var(--meadow);margin-left:8px}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{text-align:left;padding:8px 16px 8px 0;border-bottom:1px solid var(--line);vertical-align:top}
th{font-weight:600}th .note{font-weight:400}td.num,th.num{text-align:right}
.matrix{min-width:960px;table-layout:fixed}.matrix th{hyphens:auto;overflow-wrap:break-word}.matrix tr>:first-child{width:14%}.matrix td{white-space:nowrap}.matrix thead th{font-size:13px;vertical-align:bottom;line-height:1.3;padding-right:8px}
.matrix tbody th{font-weight:500;max-width:14em}.matrix td a{color:inherit;text-decoration:none;margin-right:6px;padding:2px 0}.matrix td a:hover{text-decoration:underline}
.matrix td a.s-deny,.matrix td a.s-review{font-weight:600}.matrix tfoot th,.matrix tfoot td{color:var(--soft);font-weight:400;border-bottom:0;padding-bottom:2px}.matrix tfoot a{color:inherit}
.legend{display:flex;flex-wrap:wrap;gap:4px 20px;font-size:14px;color:var(--soft)}
.explain{display:grid;grid-template-columns:minmax(120px,170px) minmax(0,1fr);gap:8px 16px;margin:4px 0;font-size:14px;align-items:baseline}
.explain dt{color:var(--soft)}.explain dd{margin:0;min-width:0;overflow-wrap:anywhere}.explain p{margin:0 0 4px}.when{display:block;color:var(--soft)}
.explain dd:has(>.facts){align-self:start}.facts{width:auto;font-size:13px}.facts th,.facts td{padding:3px 16px 3px 0;border:0}.facts th{font-weight:400}
.way bdi{overflow-wrap:anywhere}
`;

const lists = `
.chips{border:0;padding:0;margin:12px 0 8px;display:flex;flex-wrap:wrap;gap:8px}.chips legend{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.chip{position:relative}.chip input{position:absolute;opacity:0;inset:0;margin:0;cursor:pointer}
.chip span{font-size:14px}.chip>span{display:block;border:1px solid var(--line);border-radius:16px;padding:4px 12px;background:var(--card)}
.chip input:checked+span{border-color:var(--ink);box-shadow:inset 0 0 0 1px var(--ink)}.chip input:focus-visible+span{outline:3px solid var(--meadow);outline-offset:2px}
.chip .num{color:var(--soft)}
.tools{display:flex;gap:8px 16px;flex-wrap:wrap;align-items:center;margin:8px 0;font-size:14px}
.tools label{display:flex;gap:6px;align-items:center;min-width:0}
input[type=search],select,button{font:inherit;padding:6px 10px;border:1px solid var(--soft);border-radius:6px;background:var(--card);color:var(--ink);min-width:0;max-width:100%}
input[type=search]{width:260px}select{max-width:220px}button{cursor:pointer}.rule-chip{border-radius:16px;padding:4px 12px}
.count{font-size:14px;margin:4px 0}
.rows{list-style:none;margin:0;padding:0;border-top:1px solid var(--line)}
.entry{border-bottom:1px solid var(--line)}
.entry>summary,.list-head{display:grid;gap:2px 16px;align-items:baseline;padding:9px 4px 9px 20px;font-size:14px;position:relative}
.entry>summary{list-style:none}.entry>summary::-webkit-details-marker{display:none}
.entry>summary:before,.rule-line>summary:before{content:"";position:absolute;left:4px;top:16px;border:4px solid transparent;border-left-color:var(--soft);border-right-width:0}
.entry[open]>summary:before,.rule-line[open]>summary:before{transform:rotate(90deg)}.rule-line>summary:before{top:13px}
.entry>summary:hover,.entry[open]>summary{background:var(--tint)}
.list-head{color:var(--soft);padding-bottom:4px;font-size:13px}
.findings .entry>summary,.findings .list-head{grid-template-columns:120px minmax(0,5fr) minmax(0,6fr) minmax(0,5fr)}
.components .entry>summary,.components .list-head{grid-template-columns:minmax(0,5fr) minmax(0,4fr) 100px minmax(0,4fr)}.components .list-head>:nth-child(3){text-align:right}
.entry summary>span{min-width:0;overflow-wrap:anywhere;display:-webkit-box;-webkit-line-clamp:3;-webkit-box-orient:vertical;overflow:hidden}
.entry summary>.state{display:block}.sub{display:block;font-size:13px}
.tag{margin-left:8px;font-size:12px;border:1px solid var(--line);border-radius:4px;padding:0 5px;color:var(--soft);white-space:normal}
.entry>.body{padding:4px 20px 20px 20px;background:var(--tint)}.entry pre{background:var(--card)}
.more{margin:12px 0}
`;

const small = `
@media screen and (max-width:760px){
html{scroll-padding-top:84px}
.top>div,main,footer{padding-left:16px;padding-right:16px}.top nav{margin-left:-2px;flex-basis:100%;flex-wrap:nowrap;overflow-x:auto;scrollbar-width:none;padding-bottom:4px;-webkit-mask-image:linear-gradient(to right,#000 calc(100% - 32px),transparent);mask-image:linear-gradient(to right,#000 calc(100% - 32px),transparent);padding-right:32px}
h1{font-size:28px}.kicker{margin-top:16px}h2{font-size:24px}.lead{font-size:18px}
.figures{grid-template-columns:1fr 1fr;gap:8px}.figure{padding:10px 12px}.figure b{font-size:24px}
.two,.key{grid-template-columns:1fr}.rule-line>summary{grid-template-columns:1fr;gap:0}
.todo>li{padding:12px 14px 10px 40px;grid-template-columns:minmax(0,1fr)}.todo>li:before{width:28px;font-size:18px}
.list-head{display:none}
.findings .entry>summary,.components .entry>summary{grid-template-columns:minmax(0,1fr) auto;padding-left:20px}
.findings .entry>summary>*{grid-column:1/-1}.findings .entry .where{font-size:12px}
.components .entry>summary>.what{grid-column:1/-1}.components .entry>summary>.where{grid-column:1/-1}
.tools label{width:100%}.tools input[type=search],.tools select{flex:1;width:auto;max-width:none}
.explain{grid-template-columns:1fr;gap:2px}.explain dd{margin-bottom:8px}.entry>.body{padding:4px 12px 12px 20px}
}
`;

const paper = `
@media print{
:root{--ink:#000;--paper:#fff;--card:#fff;--line:#ccc;--soft:#444;--meadow:#1d5535;--tint:#f4f4f4;color-scheme:light}
.top,.tools,.chips,.skip,.more,.list-head{display:none}
body{font-size:10pt}h1{font-size:22pt;margin-top:0}h2{font-size:15pt}h3{font-size:12pt}.lead{font-size:12pt}
main,footer{max-width:none;padding:0}.figures{grid-template-columns:repeat(4,1fr)}
.note,.soft,.legend,.state,.figure,.todo .rule{font-size:9pt}.todo details:not([open]),.entry:not([open])>summary:before{display:none}
.matrix{table-layout:auto}.matrix td{white-space:normal}.matrix thead th{font-size:7.5pt}.scroll{overflow:visible}.matrix,.strategy-map{min-width:0;font-size:8pt}.matrix thead th{max-width:none}
table{font-size:9pt}.entry>summary{font-size:9pt;padding-left:0}.entry>summary:before{display:none}
.todo>li,.figure,.entry,.bars li,tr{break-inside:avoid}h2,h3{break-after:avoid}
.part,.bar,.parts-bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}
a{color:inherit;text-decoration:none}
}
`;

export const style = [tokens, base, pictures, keys, parts, lists, heatStyle, small, paper].join("").replaceAll(/\n+/g, "\n").trim();

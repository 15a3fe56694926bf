// The look of the report: the tokens of the house, light and dark, on screen and on paper.

export const style = `
:root{--ink:#1c2a33;--paper:#fbfaf7;--card:#fff;--line:#dfdcd3;--soft:#5b666d;--meadow:#2f7d4f;--fine:#2f7d4f;--look:#8f5a00;--stop:#b3372c;--unknown:#5f666b;--ribbon:#2f7d4f2b;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--ink:#e8e6df;--paper:#141a1e;--card:#1a2228;--line:#313b42;--soft:#a3adb3;--meadow:#6fbf8b;--fine:#6fbf8b;--look:#e0a94a;--stop:#ef8479;--unknown:#a3adb3;--ribbon:#6fbf8b33}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:56px}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;font-variant-numeric:tabular-nums}
a{color:var(--meadow)}
a:focus-visible,summary:focus-visible,input:focus-visible,button:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--meadow);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--card);padding:8px;z-index:9}
.top{position:sticky;top:0;z-index:5;background:var(--paper);border-bottom:1px solid var(--line)}
.top>div,main,footer{max-width:1120px;margin:0 auto;padding:0 24px}
.top>div{display:flex;gap:16px;align-items:center;min-height:48px;flex-wrap:wrap}
.top strong{font-size:16px}.top nav{display:flex;gap:16px;flex-wrap:wrap;font-size:14px;margin-left:auto}
.top nav a{color:var(--ink);text-decoration:none}.top nav a:hover{color:var(--meadow);text-decoration:underline}
.house{vertical-align:middle;margin-right:8px}
main>section{padding:24px 0 16px}
h1{font-size:40px;line-height:1.15;margin:24px 0 8px;max-width:22em;letter-spacing:-.01em}
h2{font-size:28px;line-height:1.2;margin:24px 0 8px}
h3{font-size:20px;margin:24px 0 4px}
p{max-width:68ch;margin:8px 0}
.lead{font-size:20px;color:var(--soft)}
.soft,.note{color:var(--soft)}.note{font-size:14px}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(200px,1fr));gap:16px;margin:24px 0}
.figure{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:16px}
.figure b{display:block;font-size:28px;line-height:1.2;font-weight:600}
.mark{vertical-align:-1px;margin-right:6px;flex:none}
.s-allow{color:var(--fine)}.s-warn,.s-review{color:var(--look)}.s-deny{color:var(--stop)}.s-unknown,.s-none{color:var(--unknown)}
.todo{list-style:none;counter-reset:n;padding:0;margin:16px 0}
.todo>li{counter-increment:n;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:12px 16px 12px 52px;margin:8px 0;position:relative}
.todo>li:before{content:counter(n);position:absolute;left:16px;top:10px;font-size:20px;color:var(--soft)}
.todo .what{font-weight:600}.todo p{margin:4px 0}
.remedy:before{content:"→ ";color:var(--meadow)}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;width:100%;font-size:14px}
caption{text-align:left;color:var(--soft);padding:4px 0}
th,td{text-align:left;padding:8px 12px 8px 0;border-bottom:1px solid var(--line);vertical-align:top}
th{font-weight:600;white-space:nowrap}td.num,th.num,.num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.matrix td{white-space:nowrap;text-align:left}.matrix th[scope=col]{max-width:12em;white-space:normal;vertical-align:bottom}
.matrix tbody th{font-weight:500}
.bars{list-style:none;padding:0;margin:12px 0;max-width:820px}
.bars li{display:grid;grid-template-columns:minmax(160px,2fr) 3fr 72px;gap:12px;align-items:center;padding:3px 0;font-size:14px}
.bar-label{overflow-wrap:anywhere}
.bar-track{display:block;height:14px}.bar{display:block;height:100%;background:var(--meadow);border-radius:2px}
.bar.weak,.bar.warn{background:#c9a13b}.bar.strong,.bar.network,.bar.deny{background:var(--stop)}.bar.unknown,.bar.none,.bar.proprietary{background:var(--unknown)}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(380px,1fr));gap:24px}
details{border-bottom:1px solid var(--line);padding:8px 0}summary{cursor:pointer}summary .count{color:var(--soft);font-size:14px}
details>div{padding:4px 0 8px 20px}
code,.mono{font:13px/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
pre{overflow-x:auto;background:var(--card);border:1px solid var(--line);padding:8px 12px;border-radius:6px;margin:4px 0;white-space:pre-wrap}
.strategy-map{width:100%;min-width:760px;height:auto;font:13px system-ui,sans-serif}
.strategy-map text{fill:var(--ink)}.strategy-map .map-title{fill:var(--soft);font-size:13px}
.map-node{fill:var(--card);stroke:var(--line)}.map-node.loose{stroke:var(--look);stroke-dasharray:5 4;stroke-width:1.5}
.ribbon{fill:none;stroke:var(--ribbon)}.tone{fill:var(--unknown)}.t-allow{fill:var(--fine)}.t-warn,.t-review{fill:var(--look)}.t-deny{fill:var(--stop)}
.tools{display:flex;gap:12px;flex-wrap:wrap;align-items:center;margin:12px 0;font-size:14px}
.tools label{display:flex;gap:6px;align-items:center}
input[type=search],select{font:inherit;padding:6px 10px;border:1px solid var(--soft);border-radius:6px;background:var(--card);color:var(--ink);min-width:0;max-width:100%}
input[type=search]{width:min(100%,340px)}
.grid{border:1px solid var(--line);border-radius:8px;background:var(--card);height:480px;overflow:auto;position:relative}
.grid .space{position:relative;min-width:760px}
.grid .row{position:absolute;left:0;right:0;height:40px;display:grid;gap:12px;align-items:center;padding:0 12px;border-bottom:1px solid var(--line);font-size:14px;overflow:hidden;white-space:nowrap}
.grid .row>span{overflow:hidden;text-overflow:ellipsis}
.grid.components .row{grid-template-columns:3fr 2fr 90px 2fr}.grid.findings .row{grid-template-columns:110px 2fr 3fr 2fr}
.prose{max-width:68ch}
footer{border-top:1px solid var(--line);padding-top:16px;padding-bottom:40px;color:var(--soft);font-size:14px;margin-top:24px}
@media (max-width:640px){h1{font-size:28px}.top nav{margin-left:0}.two{grid-template-columns:1fr}.bars li{grid-template-columns:1fr 72px}.bar-track{grid-column:1/-1;grid-row:2}.todo>li{padding-left:40px}}
@media print{.top,.tools,.skip{display:none}.grid{height:auto;border:0}.scroll{overflow:visible}body{font-size:11pt;background:#fff;color:#000}h1{font-size:22pt}section{break-inside:auto}.todo>li,.figure,details{break-inside:avoid}details>div{display:block}}
`;

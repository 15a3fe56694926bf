// What slides look like. Without script and on paper they follow each other; reveal.js has a stage for them on the screen.

/** Each slide a page of its own, one behind the other. */
export const flowStyle = `
html{scroll-snap-type:y proximity;scroll-padding-top:0}
main.page{max-width:none;padding:0}
.slides>section{min-height:100vh;box-sizing:border-box;padding:6vh max(5vw,calc((100vw - 1180px)/2));scroll-snap-align:start;border:0;display:flex;flex-direction:column;justify-content:center}
.slides>section+section{border-top:1px solid var(--line)}
.page h1{font-size:52px;line-height:1.15}.page h2{font-size:34px;margin:0 0 16px}.page h3{font-size:22px}
.page p,.page li{font-size:20px;max-width:none}.page .ask strong{font-size:22px}.page .note{font-size:15px}.page table{font-size:17px}.page .figure{font-size:17px}.page .figure b{font-size:38px}.page .figures{grid-template-columns:repeat(3,1fr)}.page .key{font-size:16px}.compact thead th{font-size:15px;height:170px}.compact thead th>span{max-height:165px}.ladder{max-width:1100px;font-size:15px}.prose h3{font-size:24px}
@media (max-width:760px){.page h1{font-size:32px}.page h2{font-size:25px}.page p,.page li{font-size:17px}.page .figures{grid-template-columns:1fr 1fr}.slides>section{padding:24px 16px}.fit{overflow-x:auto}}
@media print{@page{size:A4 landscape;margin:12mm}html,body{overflow:visible!important}.reveal,.slides{position:static!important;inset:auto!important;transform:none!important;zoom:1!important;width:auto!important;height:auto!important}.slides>section{display:flex!important;position:static!important;min-height:0;height:180mm;width:auto!important;padding:0;break-after:page}.slides>section:last-child{break-after:auto}.slides>section+section{border:0}.fit{zoom:1!important;width:auto!important}.slides .strategy-map{max-height:150mm}.controls,.progress,.slide-number,.backgrounds,.pause-overlay,.aria-status,.speaker-notes{display:none!important}
.page h1{font-size:30pt}.page h2{font-size:20pt;margin:0 0 8pt}.page p,.page li{font-size:13pt}.page .ask strong{font-size:14pt}.page .note{font-size:10pt}.page table{font-size:11pt}.page .figures{grid-template-columns:repeat(3,1fr)}.page .figure{font-size:12pt;padding:8pt 12pt}.page .figure b{font-size:24pt}.page .figure .note{font-size:10pt}.page .key{font-size:11pt}.compact thead th{font-size:10pt;height:100pt}.compact thead th>span{max-height:98pt}.points li{padding:8pt 12pt}.page .strong{font-size:13pt}.page .bars li{font-size:12pt;padding:4pt 0}.page .shares .bar-label .note,.page .key .note{font-size:10pt}}
`;

/** After the style of reveal.js, while its stage stands. */
export const stageStyle = `
.reveal-viewport,.reveal{background:var(--paper);color:var(--ink)}
main.page,.reveal{height:100%}.reveal .slides{text-align:left}
.reveal .slides>section{min-height:0;padding:0 40px;border:0!important;line-height:1.45}.reveal .slides>section.present{display:block}
.reveal .controls,.reveal .progress{color:var(--meadow)}.reveal .progress{background:var(--line)}
.reveal .slide-number{left:16px;right:auto;color:var(--soft);background:none;font:13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.reveal .slide-number a{text-decoration:none}.reveal .controls button{max-width:none}
.fit{margin:0 auto}
`;

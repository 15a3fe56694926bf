// The look of the map of checks: a state is a colour, a shape and a word (read aloud, and shown on touch).

export const heatStyle = `
.heat{width:auto;font-size:13px;border-collapse:separate;border-spacing:2px}
.heat th,.heat td{padding:3px 6px;border:0;vertical-align:top}
.heat thead th{font-weight:400;vertical-align:bottom;padding:0 2px}.heat thead th>span{writing-mode:vertical-rl;transform:rotate(180deg);max-height:170px;overflow:hidden;white-space:nowrap}
.heat tbody th{font-weight:500;min-width:230px;max-width:340px}.heat tbody th code{font-size:11px;color:var(--soft);font-weight:400}
.heat tbody th p,.heat tbody th ul{font-weight:400;font-size:13px;margin:4px 0 4px 12px;white-space:normal}
.heat-group th{font-size:15px;padding-top:14px}
.heat-sum{white-space:nowrap;color:var(--soft)}.heat-sum>span{margin-right:6px}.heat-sum .mark{margin-right:3px}
.heat td[title]{position:relative;width:22px;min-width:22px;height:22px;padding:0;text-align:center;border-radius:3px;font-size:12px;line-height:22px}
.heat td[title]>span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.heat td[title]:before{display:block;height:22px;border-radius:3px}
.h-pass:before{content:"✓";color:#fff;background:var(--fill-fine)}.h-fail:before{content:"■";color:#fff;background:var(--fill-stop)}.h-hint:before{content:"△";color:#1c2a33;background:var(--fill-look)}.h-unknown:before{content:"?";color:var(--soft);background:var(--tint)}.h-error:before{content:"!";color:var(--soft);background:var(--tint)}.h-not-applicable:before{content:"–";color:var(--soft)}
.heat-legend b:before{display:block;border-radius:3px}
.heat-legend b{display:inline-block;width:18px;height:18px;line-height:18px;text-align:center;border-radius:3px;font-size:11px;font-weight:400;margin-right:6px}
@media print{.heat td[title]:before,.heat-legend b:before{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;

// One finding explains itself: why it is here, what to do, the licence and the branch chosen, what is not known, where it stands, what brings it in,
// what the rule read, the rule, what it serves, exceptions and the baseline.
import { data, element, fill, named, place } from "./basics.mjs";
import { limited, placesOf, ways } from "./uses.mjs";

export function explain(finding) {
  const words = data.words.explain;
  const { rule } = finding;
  const list = element("dl", "explain");
  const add = (term, ...content) => {
    const told = content.filter((part) => part !== undefined && part !== "");
    if (told.length > 0) list.append(element("dt", "", term), element("dd", "", ...told));
  };
  add(words.because, ...because(finding));
  add(words.remedy, ...rule.remedy.map((text) => element("p", "", text)));
  add(words.license, ...license(finding));
  add(words.unknown, lines(data.unknowns[finding.unknown]));
  add(words.waiver, finding.waiver);
  add(words.age, finding.age);
  add(words.places, ...evidence(finding));
  if (finding.uses.length > 0) add(words.path, ways(finding.uses));
  add(words.facts, facts(finding));
  add(words.rule, element("p", "", element("code", "", rule.id), `  ${rule.stands}`), condition(rule));
  add(words.serves, serves(rule));
  add(words.assurance, finding.assurance);
  add(words.address, address(finding));
  return list;
}

function because(finding) {
  const { rule, reason, counts } = finding;
  const text = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}${counts ? `; ${counts}` : ""}.`;
  return [
    element("p", "", rule.statement || rule.sentence),
    element("p", "soft", text),
    rule.shadow ? element("p", "soft", data.words.explain.shadow) : "",
  ];
}

function license(finding) {
  const branch = data.licenses[finding.license];
  const row = data.components[finding.component];
  const expression = branch?.[0] ?? (row && row[2] >= 0 ? data.texts[row[2]] : undefined);
  if (expression === undefined) return [];
  const sources = (row?.slice(4) ?? []).map((text) => `${data.words.explain.declared}: ${data.texts[text]}`);
  const kind = row && row[2] >= 0 && data.texts[row[2]] === expression ? ` (${data.texts[row[3]]})` : "";
  return [element("p", "", named(expression, "mono"), kind), lines([...(branch?.slice(1) ?? []), ...sources])];
}

function lines(texts) {
  return texts && texts.length > 0 ? limited(texts, (text) => element("li", "", named(text))) : "";
}

function evidence(finding) {
  const words = data.words.explain;
  if (finding.evidence === 0) return [placesOf(finding.uses)];
  if (finding.evidence.length === 0) return [fill(words.noPlace, { subject: finding.kind })];
  const rows = [];
  for (let i = 0; i < finding.evidence.length; i += 3) rows.push(finding.evidence.slice(i, i + 3));
  return [
    limited(rows, ([file, line, note]) => {
      const where = file < 0 ? "" : named(place(file, line), "mono");
      return element("li", "", where, note < 0 ? "" : named(` ${data.texts[note]}`, "soft"));
    }),
  ];
}

function facts(finding) {
  const list = data.factLists[finding.facts];
  if (!list) return "";
  const words = data.words.explain;
  const rows = list.map((fact) => {
    const [name, value, from] = data.facts[fact];
    const said = value === null ? element("span", "soft", words.notKnown) : named(value, "mono");
    return element("tr", "", element("th", "mono", name), element("td", "", said), element("td", "soft", from));
  });
  for (const row of rows) row.firstChild.scope = "row";
  return element("table", "facts", element("tbody", "", ...rows));
}

function condition(rule) {
  if (rule.when === "") return "";
  return element("pre", "", element("code", "", rule.when), element("span", "soft", `\n${rule.decides}`));
}

function serves(rule) {
  if (rule.serves.length === 0) return "";
  const words = data.words.explain;
  return limited(rule.serves, ([activity, objectives]) => {
    const item = element("li", "", element("span", "soft", `${words.activity} `), activity);
    objectives.forEach((objective, i) => item.append(element("span", "soft", i === 0 ? ` → ${words.objective} ` : ", "), objective));
    return item;
  });
}

function address(finding) {
  const link = element("a", "mono", `finding:${finding.id}`);
  link.href = `#finding-${finding.id}`;
  return link;
}

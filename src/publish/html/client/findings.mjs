// The findings: worst first, by outcome, area, product and words; each has an address and explains itself.
import { componentName, data, element, mark, named, place, purls } from "./basics.mjs";
import { explain } from "./explain.mjs";
import { entry, searchable } from "./list.mjs";
import { placeName, productOf } from "./uses.mjs";

/** A finding's row as a thing with names. */
export function readFinding(row) {
  const [rule, manner, id, subject, where, factList, unknown, license, evidence, ...notes] = row;
  const [state, reason, assurance, counts, kind] = data.manners[manner];
  const component = typeof subject === "number" ? subject : -1;
  const note = (letter) => notes.find((text) => text[0] === letter)?.slice(1) ?? "";
  return {
    rule: data.rules[rule],
    state,
    reason,
    assurance,
    counts,
    kind,
    id,
    component,
    label: component < 0 ? subject : componentName(component),
    where,
    facts: factList,
    unknown,
    license,
    evidence,
    uses: component < 0 ? [] : (data.uses[component] ?? []).filter((use) => use[0] === where),
    waiver: note("w"),
    age: note("b"),
  };
}

function firstPlace(finding) {
  if (finding.evidence === 0) return finding.uses[0] ? place(finding.uses[0][3], finding.uses[0][4]) : "";
  return finding.evidence.length > 0 && finding.evidence[0] >= 0 ? place(finding.evidence[0], finding.evidence[1]) : "";
}

function searchText(finding) {
  const license = data.licenses[finding.license]?.[0] ?? data.texts[data.components[finding.component]?.[2]] ?? "";
  const { rule, label, id } = finding;
  return [
    label,
    placeName(finding.where),
    rule.id,
    rule.sentence,
    license,
    firstPlace(finding),
    purls[finding.component] ?? "",
    `finding:${id}`,
  ]
    .join(" ")
    .toLowerCase();
}

function drawFinding(index) {
  const finding = readFinding(data.findings[index]);
  const expression = data.licenses[finding.license]?.[0];
  const product = placeName(finding.where);
  const what = element("span", "what", named(finding.label, "strong"));
  if (expression) what.append(element("span", "tag", named(expression)));
  if (product && product !== finding.label) what.append(element("span", "soft sub", named(product)));
  const cells = [
    element("span", `state s-${finding.state}`, mark(finding.state), data.words.state[finding.state]),
    what,
    element("span", "sentence", finding.rule.sentence),
    element("span", "where mono soft", named(firstPlace(finding))),
  ];
  return entry(`finding-${finding.id}`, cells, () => [explain(finding)]);
}

export function findingsList(box) {
  const filters = new Map([...box.querySelectorAll("[data-filter]")].map((field) => [field.dataset.filter, field]));
  const chips = box.querySelector(".rule-chip");
  let rule = "";

  const chosen = () => ({
    state: box.querySelector("input[name=state]:checked")?.value ?? "",
    area: filters.get("area")?.value ?? "",
    product: filters.get("product")?.value ?? "",
    rule,
  });
  const list = searchable(box, {
    count: data.findings.length,
    total: data.words.list.shown,
    text: (index) => searchText(readFinding(data.findings[index])),
    fits(index, { state, area, product, rule: id }) {
      const row = data.findings[index];
      const { area: itsArea, id: itsId } = data.rules[row[0]];
      if (state && data.manners[row[1]][0] !== state) return false;
      if (area && itsArea !== area) return false;
      if (id && itsId !== id) return false;
      return !product || String(productOf(row[4])) === product;
    },
    draw: drawFinding,
    onChange: rememberSoon,
  });

  /** Browsers allow only so many changes of the address: not one a key. */
  let remembering = 0;
  function rememberSoon() {
    clearTimeout(remembering);
    remembering = setTimeout(remember, 250);
  }

  function remember() {
    const address = new URLSearchParams(Object.entries({ ...chosen(), q: list.query() }).filter(([, value]) => value));
    const text = address.toString();
    try {
      history.replaceState(null, "", text ? `#findings?${text}` : "#findings");
    } catch {
      // A frame without an origin may not: the list works all the same.
    }
  }

  /** Sets the fields from `state=deny&area=…`, and shows what fits. */
  function apply(address) {
    const wanted = new URLSearchParams(address);
    rule = wanted.get("rule") ?? "";
    clearTimeout(remembering);
    for (const [name, field] of filters) {
      field.value = wanted.get(name) ?? "";
      if (field.selectedIndex < 0) field.value = "";
    }
    for (const radio of box.querySelectorAll("input[name=state]")) radio.checked = radio.value === (wanted.get("state") ?? "");
    drawChip();
    list.show(chosen(), wanted.get("q") ?? "");
  }

  function drawChip() {
    chips.hidden = rule === "";
    chips.replaceChildren(`${data.words.list.rule}: `, element("code", "", rule), " ✕");
  }

  const changed = () => {
    list.show(chosen());
    remember();
  };
  for (const field of box.querySelectorAll("select, input[type=radio]")) field.addEventListener("change", changed);
  chips.addEventListener("click", () => {
    rule = "";
    drawChip();
    changed();
  });

  /** Opens one finding, alone in the list. */
  function open(id) {
    if (!data.findings.some((row) => row[2] === id)) return undefined;
    let shown = document.getElementById(`finding-${id}`);
    if (!shown) {
      apply(`q=finding:${id}`);
      shown = document.getElementById(`finding-${id}`);
    }
    if (shown) shown.open = true;
    return shown;
  }
  apply("");
  return { apply, open };
}

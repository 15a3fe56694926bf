// Where components are used, and what brings them in.
import { componentName, data, element, fill, named, place } from "./basics.mjs";

const SCOPES = ["production", "development", "optional"];
const MOST = 30;

/** [place, scope and directness, step, file, line, …] as a thing with names. */
export function readUse(row) {
  const [where, how, step, ...files] = row;
  return { where, scope: SCOPES[Math.trunc(how / 3)], direct: how % 3 === 1, step, files };
}

export function placeName(where) {
  const [product, deliverable] = data.places[where] ?? [-1, ""];
  const name = product < 0 ? "" : data.products[product];
  return deliverable === "" || deliverable === name ? name : [name, deliverable].filter(Boolean).join(" / ");
}

export function productOf(where) {
  return data.places[where]?.[0] ?? -1;
}

/** The components from the one that we ask for down to this one. */
export function wayTo(step) {
  const way = [];
  for (let at = step; at >= 0 && way.length < 200; at = data.steps[2 * at]) way.unshift(data.steps[2 * at + 1]);
  return way;
}

/** The ways in, each once, shortest first. */
export function ways(rows) {
  const words = data.words.explain;
  const seen = new Map();
  for (const use of rows.map(readUse)) {
    const way = wayTo(use.step);
    const key = `${way.join()} ${use.scope}`;
    if (!seen.has(key)) seen.set(key, { way, use });
  }
  const sorted = [...seen.values()].sort((a, b) => a.way.length - b.way.length);
  return limited(sorted, ({ way, use }) => {
    const scope = data.words.scope[use.scope];
    if (way.length === 0) return element("li", "", `${use.direct ? words.direct : words.noPath} (${scope})`);
    const item = element("li", "way");
    way.forEach((component, i) => {
      if (i > 0) item.append(element("span", "soft", " → "));
      item.append(named(componentName(component), i === way.length - 1 ? "strong" : ""));
    });
    item.append(element("span", "soft", ` (${way.length === 1 ? `${words.direct}, ` : ""}${scope})`));
    return item;
  });
}

/** Files and lines of uses, each once. */
export function placesOf(rows) {
  const found = new Set();
  for (const { files } of rows.map(readUse)) for (let i = 0; i < files.length; i += 2) found.add(place(files[i], files[i + 1]));
  return limited([...found], (text) => element("li", "", named(text, "mono")));
}

/** A list that says what it leaves out. */
export function limited(items, draw) {
  const list = element("ul", "plain", ...items.slice(0, MOST).map(draw));
  if (items.length > MOST) list.append(element("li", "soft", fill(data.words.explain.morePaths, { count: items.length - MOST })));
  return list;
}

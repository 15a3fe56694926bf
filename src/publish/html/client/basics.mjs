// What every part of the report's script uses: the data, words with numbers, elements made of text.

export const data = JSON.parse(document.getElementById("data").textContent);
const plurals = new Intl.PluralRules(data.locale);
const categories = plurals.resolvedOptions().pluralCategories;

export function number(value) {
  return value.toLocaleString(data.locale).replaceAll("’", "'");
}

/** Fills `{name}` and `{name|one|other}`, as `fill` in look/words does. */
export function fill(text, values) {
  return text.replaceAll(/\{(\w+)(?:\|([^{}]*))?\}/g, (place, name, forms) => {
    const value = values[name];
    if (value === undefined) return place;
    if (forms === undefined) return typeof value === "number" ? number(value) : value;
    return forms.split("|")[categories.indexOf(plurals.select(value))] ?? "";
  });
}

/** An element with a class and children; strings become text, never markup. */
export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.filter((child) => child !== undefined && child !== ""));
  return made;
}

/** A name from elsewhere: letters that run from right to left turn nothing around them. */
export function named(text, className) {
  return element("bdi", className, text);
}

export function mark(state) {
  const shape = { known: "none", waived: "allow", shadow: "none" }[state] ?? state;
  const copy = document.getElementById("marks").content.querySelector(`.s-${shape}`).cloneNode(true);
  copy.setAttribute("aria-hidden", "true");
  return copy;
}

export function place(file, line) {
  const [repository, path] = data.files[file] ?? [-1, ""];
  const where = repository < 0 ? path : `${data.repositories[repository]}: ${path}`;
  return line > 0 ? `${where}:${line}` : where;
}

/** Purls are written by what they share with the one before. */
export const purls = (() => {
  const all = [];
  let before = "";
  for (const [shared, rest] of data.components) all.push((before = before.slice(0, shared) + rest));
  return all;
})();

/** `@scope/name 1.2.3` of a purl. */
export function componentName(component) {
  const text = purls[component] ?? "";
  const bare = text.slice(text.indexOf("/") + 1).split("?")[0];
  const at = bare.lastIndexOf("@");
  const [name, version] = at > bare.lastIndexOf("/") ? [bare.slice(0, at), bare.slice(at + 1)] : [bare, ""];
  return decode(version === "" ? name : `${name} ${version}`);
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

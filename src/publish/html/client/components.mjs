// The components: name, licence, how often and where; each opens to what its files declare and what brings it in.
import { componentName, data, element, mark, named, number, purls } from "./basics.mjs";
import { entry, searchable } from "./list.mjs";
import { limited, placeName, placesOf, productOf, ways } from "./uses.mjs";

function productsOf(index) {
  const names = new Set();
  for (const use of data.uses[index] ?? []) names.add(productOf(use[0]) < 0 ? placeName(use[0]) : data.products[productOf(use[0])]);
  return [...names];
}

function ecosystemOf(index) {
  const type = purls[index].slice(4, purls[index].indexOf("/"));
  return Object.hasOwn(data.ecosystems, type) ? data.ecosystems[type] : type;
}

function drawComponent(index) {
  const [, , license, kind] = data.components[index];
  const products = productsOf(index);
  const cells = [
    element("span", "what", named(componentName(index), "strong"), element("span", "soft sub", ecosystemOf(index))),
    license < 0
      ? element("span", "state s-unknown", mark("unknown"), data.words.state.unknown)
      : element("span", "sentence", named(data.texts[license]), element("span", "soft sub", data.texts[kind])),
    element("span", "num", number((data.uses[index] ?? []).length)),
    element("span", "where soft", named(products.slice(0, 3).join(", ") + (products.length > 3 ? " …" : ""))),
  ];
  return entry("", cells, () => componentBody(index));
}

function componentBody(index) {
  const words = data.words.explain;
  const uses = data.uses[index] ?? [];
  const [, , , , ...declared] = data.components[index];
  const list = element("dl", "explain");
  const add = (term, ...content) => list.append(element("dt", "", term), element("dd", "", ...content));
  add(words.identifier, named(purls[index], "mono"));
  if (declared.length > 0)
    add(
      words.declared,
      limited(declared, (text) => element("li", "", named(data.texts[text]))),
    );
  if (uses.length > 0) {
    add(
      words.usedIn,
      limited([...new Set(uses.map((use) => placeName(use[0])))], (text) => element("li", "", named(text))),
    );
    add(words.places, placesOf(uses));
    add(words.path, ways(uses));
  }
  return [list];
}

export function componentsList(box) {
  const list = searchable(box, {
    count: data.components.length,
    total: data.words.list.shownComponents,
    text(index) {
      const [, , license] = data.components[index];
      const known = license < 0 ? data.words.state.unknown : data.texts[license];
      return `${componentName(index)} ${purls[index]} ${known} ${productsOf(index).join(" ")}`.toLowerCase();
    },
    fits: () => true,
    draw: drawComponent,
  });
  list.show({});
  return { search: (query) => list.show({}, query) };
}

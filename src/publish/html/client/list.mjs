// A list that answers while typing, of any length: only what is asked for is drawn, fifty at a time. Every entry opens, by mouse and by keyboard.
import { data, element, fill } from "./basics.mjs";

const PAGE = innerWidth < 760 ? 20 : 50;

/**
 * `shape`: { count, text(i): what is searched, lower case; fits(i, filters): whether chosen filters let it through; draw(i): a details element,
 * filled when it opens; total: words for how many; onChange(filters) }
 */
export function searchable(box, shape) {
  const rows = box.querySelector(".rows");
  const count = box.querySelector(".count");
  const more = box.querySelector(".more");
  const search = box.querySelector("input[type=search]");
  const texts = [];
  let filters = {};
  let found = [];
  let drawn = 0;

  function page() {
    const next = found.slice(drawn, drawn + PAGE);
    drawn += next.length;
    rows.append(...next.map((index) => element("li", "", shape.draw(index))));
    const left = found.length - drawn;
    more.hidden = left === 0;
    more.textContent = fill(data.words.list.more, { count: Math.min(PAGE, left) });
  }

  function select() {
    const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    found = [];
    for (let i = 0; i < shape.count; i++) {
      if (!shape.fits(i, filters)) continue;
      const text = wanted.length === 0 ? "" : (texts[i] ??= shape.text(i));
      if (wanted.every((word) => text.includes(word))) found.push(i);
    }
    rows.replaceChildren();
    drawn = 0;
    page();
    count.textContent = found.length === 0 ? data.words.list.nothing : fill(shape.total, { count: found.length });
  }

  /** Shows what fits; `query` goes into the search field. */
  function show(chosen, query) {
    filters = chosen;
    if (query !== undefined) search.value = query;
    select();
  }

  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(
      () => {
        select();
        shape.onChange?.();
      },
      shape.count > 5000 ? 120 : 0,
    );
  });
  more.addEventListener("click", () => {
    const first = rows.children.length;
    page();
    rows.children[first]?.querySelector("summary")?.focus();
  });
  box.hidden = false;
  return { show, query: () => search.value, rows };
}

/** An entry: cells in its line, the rest made when it opens. */
export function entry(id, cells, body) {
  const details = element("details", "entry", element("summary", "", ...cells));
  if (id) details.id = id;
  details.addEventListener("toggle", () => {
    if (details.open && details.children.length === 1) details.append(element("div", "body", ...body()));
  });
  return details;
}

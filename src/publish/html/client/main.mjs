// Starts the two lists and follows addresses: #finding-0123456789abcdef opens a finding, #findings?area=compliance filters, #components?q=mit searches.
import { componentsList } from "./components.mjs";
import { findingsList } from "./findings.mjs";

const findingsBox = document.getElementById("findings-list");
const componentsBox = document.getElementById("components-list");
const findings = findingsBox && findingsList(findingsBox);
const components = componentsBox && componentsList(componentsBox);

function follow() {
  const hash = location.hash.slice(1);
  const [section, query = ""] = hash.split("?");
  if (hash.startsWith("finding-")) {
    const shown = findings?.open(hash.slice("finding-".length));
    shown?.scrollIntoView({ block: "start" });
    shown?.querySelector("summary").focus({ preventScroll: true });
  } else if (section === "findings" && hash.includes("?")) {
    findings?.apply(query);
    document.getElementById("findings").scrollIntoView();
  } else if (section === "components" && hash.includes("?")) {
    components?.search(new URLSearchParams(query).get("q") ?? "");
    document.getElementById("components").scrollIntoView();
  }
}

// Links that carry a filter lead to the section without a script, and to the filtered list with one.
for (const link of document.querySelectorAll("a[data-show]")) link.href = `#findings?${link.dataset.show}`;
addEventListener("hashchange", follow);
follow();

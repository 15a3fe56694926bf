// What the pages of the portal read, each with the address of its answer: the slowest of them says how long a page takes to be useful.
interface Known {
  /** A component that is used everywhere, and one of the middle. */
  readonly components: readonly number[];
  /** Package URL of a version that is used. */
  readonly purl: string;
  readonly finding: string;
}

export function pageReads({ components, purl, finding }: Known): string[] {
  const component = encodeURIComponent(purl);
  const range = encodeURIComponent(`${purl.replace(/@.*$/, "")}@<9`);
  const portal =
    `today strategy policies policies/compliance history?document=strategy models office inventory licences licence?license=MIT suppliers
    products/product-9 components?limit=50 components?limit=50&search=rea components?limit=50&product=product-9 components?limit=50&open=deny
    obligations/sums obligations/licences?state=open obligations?license=MIT&state=open&limit=200 projects upstreams registers delivery organization
    names rules questions?q=react why?id=rule:permissive-is-fine`.split(/\s+/);
  const about = [
    ...components.flatMap((id) => [`components/${id}`, `components/${id}/answers`]),
    `impact?purl=${range}`,
    `findings/${encodeURIComponent(finding)}`,
    `questions?q=${component}`,
  ];
  const others = ["/api/findings/matrix", "/api/findings/facets", "/api/findings?limit=50", "/api/cases?limit=50", "/api/boards"];
  return [...[...portal, ...about].map((path) => `/api/portal/${path}`), ...others];
}

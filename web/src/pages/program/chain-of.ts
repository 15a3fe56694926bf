interface MapLink {
  readonly from: string;
  readonly to: string;
}

/** Everything that one node leads to, and everything that leads to it: never down one way and up another. */
export function chainOf(id: string, links: readonly MapLink[]): ReadonlySet<string> {
  return new Set([...reach(id, links, "from", "to"), ...reach(id, links, "to", "from")]);
}

function reach(id: string, links: readonly MapLink[], near: "from" | "to", far: "from" | "to"): ReadonlySet<string> {
  const found = new Set([id]);
  // A set that grows while it is walked hands out what was added, too.
  for (const one of found) for (const link of links) if (link[near] === one) found.add(link[far]);
  return found;
}

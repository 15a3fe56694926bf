// Message: we stand lower in projects that we depend on than we want.
import type { StatementRule } from "../statement.ts";

export const belowRung: StatementRule = {
  id: "below-rung",
  condition: "An upstream project is on a lower rung than the strategy wants. Weight 70; 76 where a critical product depends on it.",
  words: {
    en: { title: "In {count} {count|project|projects} that we depend on we do less than we said.", text: "{names}" },
    de: {
      title: "In {count} {count|Projekt|Projekten}, von {count|dem|denen} wir abhängen, tun wir weniger, als wir wollten.",
      text: "{names}",
    },
  },
  speak({ result }) {
    const below = result.upstreams.projects.filter((project) => project.below === true);
    if (below.length === 0) return undefined;
    const critical = below.some(({ criticality }) => criticality === "critical");
    const names = `${below
      .slice(0, 3)
      .map(({ project }) => project)
      .join(", ")}${below.length > 3 ? ", …" : "."}`;
    return { priority: critical ? 76 : 70, state: "review", values: { count: below.length, names } };
  },
};

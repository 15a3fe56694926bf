// K-11: products of which vulnerability data of the last seven days speak.
import type { Formula } from "./types.ts";

export const monitoringCoverage: Formula = {
  measure: "consumption.monitoring-coverage",
  compute({ products, uses, isWatched }) {
    const subject = "organization";
    if (!isWatched) return [{ subject, value: null, reason: "no-source" }];
    if (products.length === 0) return [{ subject, value: null, of: 0, reason: "nothing-to-measure" }];
    const seen = products.map(({ id }) => {
      const components = new Set(uses.filter(({ product }) => product === id).map(({ component }) => component));
      return { all: components.size, watched: [...components].filter((component) => isWatched(component, id)).length };
    });
    const matched = seen.filter(({ watched }) => watched > 0);
    const wholly = matched.filter(({ all, watched }) => all === watched).length;
    return [{ subject, value: matched.length / products.length, of: products.length, detail: { wholly } }];
  },
};

// Figures about the projects that we depend on and whose clones were given.
import type { Involvement } from "../upstream/index.ts";
import type { Figure, MeasureInput } from "./types.ts";

export function aboutUpstreams(
  { upstreams = [] }: MeasureInput,
  figure: (involvement: Involvement) => Omit<Figure, "subject">,
): readonly Figure[] {
  return upstreams.flatMap(({ project, involvement }) => (involvement ? [{ subject: `upstream:${project}`, ...figure(involvement) }] : []));
}

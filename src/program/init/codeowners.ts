// Who owns a repository by its CODEOWNERS: the owners of everything, else those named most often.
import type { FoundRepository } from "./found.ts";

/** Where the forges look, in their order. */
const places = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"];
const maxLines = 5_000;

/** The team that owns a repository: `@org/team` gives `team`. People are left out: their names stay where they are. */
export async function ownerByCodeowners(repository: FoundRepository): Promise<string | undefined> {
  const path = places.find((candidate) => repository.files.includes(candidate));
  const text = path === undefined ? undefined : await repository.text(path);
  if (text === undefined) return undefined;
  const counts = new Map<string, number>();
  for (const line of text.split("\n").slice(0, maxLines)) {
    const words = line.replace(/#.*$/, "").trim().split(/\s+/);
    const [pattern, ...owners] = words;
    // Sections of GitLab, and who looks after the pipeline, say nothing of the whole.
    if (!pattern || /^(?:\^?\[|\/?\.)/.test(pattern)) continue;
    const teams = owners.flatMap((owner) => /^@[^/\s]+\/(?:[^/\s]+\/)*([A-Za-z0-9][A-Za-z0-9._-]{0,79})$/.exec(owner)?.[1] ?? []);
    // The last line for everything counts, as on the forges.
    const weight = pattern === "*" || pattern === "/" || pattern === "**" ? 1_000 : 1;
    for (const [index, team] of teams.entries()) counts.set(team, (counts.get(team) ?? 0) + (index === 0 ? weight + 0.5 : weight));
  }
  return [...counts].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))[0]?.[0];
}

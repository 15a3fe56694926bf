// Who acknowledged a policy: people, each once. Only how many is shown to others.
import type { Program } from "#program";

export function acknowledgedBy({ records }: Pick<Program, "records">, area: string): ReadonlySet<string | undefined> {
  const names: readonly (string | undefined)[] = [area, `policy:${area}`];
  return new Set(
    records
      .filter(({ kind, subject, id }) => kind === "acknowledgement" && (names.includes(subject) || names.includes(id)))
      .map(({ by }) => by),
  );
}

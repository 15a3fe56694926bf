// The `constraints` field of a cabal project file: names with version requirements or flags, separated by commas, over indented lines.

export interface Constraint {
  /** `any`, `setup`, or empty. */
  readonly qualifier: string;
  readonly name: string;
  /** What follows the name: `==1.2`, `installed`, `+flag`. */
  readonly requirement: string;
  readonly line: number;
}

/** All constraints of a file, of all its `constraints` fields. */
export function constraintsOf(text: string): readonly Constraint[] {
  const constraints: Constraint[] = [];
  let isInside = false;
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.slice(0, 10_000);
    if (line.trimStart().startsWith("--")) continue;
    const field = /^([A-Za-z][\w-]*)\s*:(.*)$/s.exec(line);
    if (field) isInside = field[1]?.toLowerCase() === "constraints";
    else if (/^\S/.test(line)) isInside = false;
    if (!isInside) continue;
    for (const part of (field ? (field[2] ?? "") : line).split(",")) {
      const constraint = constraintOf(part.trim(), index + 1);
      if (constraint) constraints.push(constraint);
    }
  }
  return constraints;
}

function constraintOf(text: string, line: number): Constraint | undefined {
  const found = /^(?:(any|setup|[A-Za-z][\w-]*:setup)\.)?([A-Za-z0-9][A-Za-z0-9-]*)\s*(.*)$/s.exec(text);
  if (!found?.[2]) return undefined;
  return { qualifier: found[1] ?? "", name: found[2], requirement: (found[3] ?? "").trim(), line };
}

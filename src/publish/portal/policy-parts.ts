// The text of a policy cut where its rules stand: prose, rule, prose. What the text does not place comes at the end.

export type TextPart = { readonly is: "prose"; readonly markdown: string } | { readonly is: "rule"; readonly id: string };

const OPENS = /^(`{3,}|~{3,})\s*yaml\s+rule\b/;
const ID = /^id:\s*["']?([A-Za-z0-9._-]+)/;

export function partsOfPolicy(prose: string, rules: readonly string[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  let text: string[] = [];
  let fence: string | undefined;
  const flush = () => {
    const markdown = text.join("\n").trim();
    if (markdown !== "") parts.push({ is: "prose", markdown });
    text = [];
  };
  for (const line of prose.split("\n")) {
    if (fence !== undefined) {
      const id = ID.exec(line)?.[1];
      if (id !== undefined) parts.push({ is: "rule", id });
      if (line.trimEnd() === fence) fence = undefined;
      continue;
    }
    fence = OPENS.exec(line)?.[1];
    if (fence === undefined) text.push(line);
    else flush();
  }
  flush();
  const placed = new Set(parts.flatMap((part) => (part.is === "rule" ? [part.id] : [])));
  return [...parts, ...rules.filter((id) => !placed.has(id)).map((id) => ({ is: "rule", id }) as const)];
}

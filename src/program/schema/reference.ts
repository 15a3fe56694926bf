// docs/reference/documents.md, made from the schemas: every document, every key, what it means and what may stand there.
import { inEnglish } from "#kit";
import { documentSchemas, jsonSchemas } from "./index.ts";
import { expectedAt } from "./walk.ts";

interface JsonSchema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
}

const intro = `# The documents of a program

Made from the schemas by \`npm run generate\`; the same schemas stand in \`docs/reference/schema/\` for editors. A line

    # yaml-language-server: $schema=…/docs/reference/schema/organization.json

at the top of a file gives help while writing. \`allmend validate\` checks everything below, and that whatever is named exists.

In every document: \`schema: allmend.<name>/1\` may say its form. Days are written \`2026-07-01\`. A text may be one text, in the language of the page, or one for
each language: \`{ en: …, de: … }\`. Keys that stand in no table are errors. YAML is plain YAML 1.2 without tags; a document has at most 2 MB.

## Where they lie

| file | what |
|---|---|
| \`organization.yaml\` | who we are, what we make, on which packs we build |
| \`strategy.md\`, \`strategy.de.md\` | the strategy, and the same in another language |
| \`policies/<area>.md\`, \`policies/<area>.de.md\` | a policy with its rules, and the same in another language |
| \`licenses.yaml\` | our words about licences, corrections, waivers |
| \`cases/<kind>.yaml\` | kinds of requests |
| \`frameworks/<id>.yaml\` | what standards and models of maturity ask, beside those that come with Allmend |
| \`registers/<name>.yaml\` | what the office keeps |
| \`records/*.jsonl\` | what is added over time, one JSON object in a line |
| \`baseline.json\` | findings that were known when Allmend came |
| \`packs/<name>/\` | packs of one's own, found before those that come with Allmend |

## Rules in a policy

A rule stands in a fenced block \`\`\`yaml rule under the sentence that it enforces: the paragraph, list item or quote directly above. Several blocks may stand under
one sentence. A page in another language has the same sentences, each with a block that holds the rule's \`id\`, and its \`remedy\` where there is one:

    Netzwerk-Copyleft wird nicht verwendet.

    \`\`\`yaml rule
    id: no-network-copyleft
    remedy: Eine Alternative wählen.
    \`\`\`

## Packs

\`extends: starter@1\` in \`organization.yaml\` builds on a pack (a list: the nearest first). \`1\` is met by 1, 1.2 and 1.2.3.

- **Policies**: what a pack says holds. A page of one's own adds to it: a rule with the id of one of the pack's replaces it, in whatever area;
  \`off: { rule-id: reason }\` switches one off; \`default\` wins by subject; \`inherits: none\` leaves the pack's page out. Sentences of rules that no longer hold are
  taken out of the text that is shown.
- **Strategy**: without one of one's own the pack's holds. With one, its objectives and activities stand beside those of the pack, or replace them by id;
  \`inherits: [ids]\` takes over some, \`none\` no objective. Activities come with the objectives that they serve.
- **Licences**: own categories win by licence; own choices, curations and waivers come first.
- **Parameters** that a pack declares are set under \`parameters\`. In texts \`\${name}\` stands for the value; in a rule's \`when\` it stands for a whole literal
  (\`repository.stars < \${stars}\`, \`x in \${homes}\`: no quotes around it). \`\${organization}\` is the organisation's name. Rules may read
  \`organization.parameters.name\` as well.
- \`allmend diff --pack\` shows every departure.
`;

/** The page as Markdown. */
export function documentsReference(): string {
  const schemas = jsonSchemas();
  const parts = Object.entries(documentSchemas).map(([name, schema]) => {
    const json = schemas[`${name}.json`] as JsonSchema;
    const rows = rowsOf(json, [], (path) => inEnglish(expectedAt(schema, path)));
    const table = rows.length > 0 ? `| key | | what | expected |\n|---|---|---|---|\n${rows.join("")}` : "Open: any keys.\n";
    return `## ${escapeCell(json.title ?? name)}\n\n${json.description ?? ""} Schema: \`allmend.${name}/1\`.\n\n${table}`;
  });
  return `${intro}\n${parts.join("\n")}`;
}

type Path = readonly PropertyKey[];

/** A row for each key, those of lists and maps below it. */
function rowsOf(schema: JsonSchema, path: Path, expected: (path: Path) => string | undefined): string[] {
  const rows: string[] = [];
  for (const [key, value] of Object.entries(schema.properties ?? {})) {
    const here = [...path, key];
    const need = schema.required?.includes(key) ? "must" : "";
    rows.push(`| \`${nameOf(here)}\` | ${need} | ${escapeCell(value.description ?? "")} | ${escapeCell(expected(here) ?? "")} |\n`);
    rows.push(...rowsOf(...inner(value, here), expected));
  }
  return rows;
}

/** What stands in a list, or under the keys of a map. */
function inner(schema: JsonSchema, path: Path): [JsonSchema, Path] {
  if (schema.items?.properties) return [schema.items, [...path, 0]];
  if (typeof schema.additionalProperties === "object" && schema.additionalProperties.properties)
    return [schema.additionalProperties, [...path, "*"]];
  return [schema, path];
}

function nameOf(path: Path): string {
  let name = "";
  for (const step of path) name += typeof step === "number" ? "[]" : `${name === "" ? "" : "."}${String(step)}`;
  return name;
}

function escapeCell(text: string): string {
  return text
    .replaceAll("|", "\\|")
    .replaceAll("\n", " ")
    .replace(/<(?=[a-z])/g, "&lt;");
}

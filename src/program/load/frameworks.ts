// frameworks/*.yaml into the model.
import { didYouMean, phrase } from "#kit";
import type { Framework, FrameworkItem, Topic } from "../frameworks/types.ts";
import { type Checked, checkDocument } from "../read/check.ts";
import type { Files } from "../read/folder.ts";
import type { ProblemList } from "../read/problems.ts";
import { readYaml } from "../read/yaml.ts";
import { type FrameworkDocument, frameworkDocument } from "../schema/framework.ts";
import { type Context, localText } from "./context.ts";

/** Keys whose values are kept as written: `3.1` is an id, no number. */
const written = new Set(["id", "version", "group"]);

export function readFrameworks(files: Files, context: Context): Framework[] {
  return [...files].flatMap(([path, content]): Framework[] => {
    if (!path.startsWith("frameworks/")) return [];
    const page = readYaml(
      { file: context.prefix + path, text: content, place: (line, column) => ({ line, column }) },
      context.problems,
      written,
    );
    if (page.value === undefined || page.value === null) return [];
    const document = checkDocument(frameworkDocument, page, context.problems);
    if (!document || document.replaced.has("framework")) return [];
    if (path !== `frameworks/${document.value.framework}.yaml`) {
      const message = phrase`the file is named ${path.slice("frameworks/".length)} and holds the framework "${document.value.framework}"`;
      context.problems.warn("contradiction", document.position(["framework"]), message, {
        expected: phrase`frameworks/${document.value.framework}.yaml`,
      });
    }
    return [frameworkOf(document, context)];
  });
}

function frameworkOf(document: Checked<FrameworkDocument>, context: Context): Framework {
  const { value } = document;
  const language = context.languages[0] ?? "en";
  const seen = new Set<string>();
  const items = (value.items ?? []).map(({ id, group, topics, text }, index): FrameworkItem => {
    const position = document.position(["items", index]);
    if (seen.has(id))
      context.problems.add("duplicate-id", position, phrase`item "${id}" stands here a second time`, { expected: phrase`each id once` });
    seen.add(id);
    return { id, ...(group === undefined ? {} : { group }), text: localText(text, language, context, position) ?? {}, topics, position };
  });
  const { "affirmed-for": affirmedFor, version, url } = value;
  const source = localText(value.source, language, context);
  const groups = Object.entries(value.groups ?? {}).map(([id, name]) => ({ id, name: localText(name, language, context) ?? {} }));
  return {
    id: value.framework,
    title: localText(value.title, language, context) ?? {},
    ...(version === undefined ? {} : { version }),
    ...(source === undefined ? {} : { source }),
    ...(url === undefined ? {} : { url }),
    ...(affirmedFor === undefined ? {} : { affirmedFor }),
    topics: Object.entries(value.topics ?? {}).map(
      ([id, { ask, shown }]): Topic => ({ id, ask: localText(ask, language, context) ?? {}, ...(shown === undefined ? {} : { shown }) }),
    ),
    ...(groups.length > 0 ? { groups } : {}),
    items,
  };
}

/** Topics that items name and nobody describes. */
export function checkTopics(own: readonly Framework[], shipped: readonly Framework[], problems: ProblemList): void {
  const known = [...own, ...shipped].flatMap(({ topics }) => topics.map(({ id }) => id));
  for (const { items } of own)
    for (const { topics, position } of items)
      for (const topic of topics)
        if (!known.includes(topic))
          problems.add("unknown-reference", position, phrase`there is no topic "${topic}"`, {
            expected: phrase`a topic of this file, or of those that come with Allmend`,
            hint: didYouMean(topic, known),
          });
}

// What a pyproject.toml asks for, however its tool spells it: PEP 621, PEP 735, Poetry, PDM, uv, Hatch, Flit.
import type { OwnPackage, ReadContext, Scope } from "../../types.ts";
import { Unreadable } from "../../types.ts";
import { arrayField, asText, type DataObject, entriesOf, objectField, textField } from "../data.ts";
import { namesDevelopment, scopeOfGroup } from "../graph.ts";
import { folderOf, inFolder } from "../paths.ts";
import { parseRequirement, pinOf } from "./specifiers.ts";
import { poetryAsks } from "./poetry.ts";
import type { Ask } from "./asks.ts";
import { normalName } from "./names.ts";
import { applyUvSources } from "./uv-sources.ts";
import { parseToml } from "../toml.ts";

export interface PythonProject {
  readonly own: OwnPackage | undefined;
  readonly asks: readonly Ask[];
  /** Normalised names of packages that are ours: itself, and what it takes from folders beside it. */
  readonly ours: ReadonlySet<string>;
  /** Scope by the name of an extra or a group. */
  readonly groups: ReadonlyMap<string, Scope>;
}

/** Reads a parsed pyproject.toml. Never throws; what has another shape than it should is passed over. */
export function pythonProject(document: DataObject): PythonProject {
  const project = objectField(document, "project");
  const tool = objectField(document, "tool");
  const poetry = objectField(tool, "poetry");
  const own = ownPackage(project, poetry);
  const ours = new Set(own === undefined ? [] : [normalName(own.name)]);
  const groups = new Map<string, Scope>();
  const asks: Ask[] = [];
  const addList = (list: readonly unknown[] | undefined, scope: Scope, place: readonly string[], group?: string): void => {
    if (group !== undefined && groups.get(group) !== "optional") groups.set(group, scope);
    for (const item of list ?? []) {
      const text = asText(item);
      const requirement = text === undefined ? undefined : parseRequirement(text);
      if (text === undefined || requirement === undefined) continue;
      const pin = pinOf(requirement);
      if (pin.source?.kind === "path" && pin.version === "") ours.add(normalName(requirement.name));
      else asks.push({ name: requirement.name, scope, group, ...pin, written: text, place });
    }
  };
  addList(arrayField(project, "dependencies"), "production", ["project", "dependencies"]);
  for (const [extra, list] of entriesOf(objectField(project, "optional-dependencies"))) {
    addList(listOf(list), scopeOfExtra(extra), ["project", "optional-dependencies", extra], extra);
  }
  for (const [group, list] of entriesOf(objectField(document, "dependency-groups"))) {
    addList(listOf(list), scopeOfGroup(group), ["dependency-groups", group], group);
  }
  for (const { list, place, group } of toolLists(tool)) addList(list, "development", place, group);
  const flit = objectField(objectField(tool, "flit"), "metadata");
  addList(arrayField(flit, "requires"), "production", ["tool", "flit", "metadata", "requires"]);
  asks.push(...poetryAsks(poetry, ours, groups));
  const sourced = applyUvSources(asks, objectField(objectField(tool, "uv"), "sources"), ours);
  return { own, asks: sourced.filter((ask) => !ours.has(normalName(ask.name))), ours, groups };
}

/** Lists of development dependencies that single tools keep under `[tool.…]`. */
function toolLists(tool: DataObject | undefined): { list: readonly unknown[] | undefined; place: readonly string[]; group: string }[] {
  const lists = [
    { list: arrayField(objectField(tool, "uv"), "dev-dependencies"), place: ["tool", "uv", "dev-dependencies"], group: "dev" },
  ];
  for (const [group, list] of entriesOf(objectField(objectField(tool, "pdm"), "dev-dependencies"))) {
    lists.push({ list: listOf(list), place: ["tool", "pdm", "dev-dependencies", group], group });
  }
  for (const [name, environment] of entriesOf(objectField(objectField(tool, "hatch"), "envs"))) {
    for (const key of ["dependencies", "extra-dependencies"]) {
      lists.push({ list: arrayField(environment, key), place: ["tool", "hatch", "envs", name, key], group: name });
    }
  }
  return lists;
}

function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** Extras are what users may choose, except where their name says that they are for developers. */
export function scopeOfExtra(extra: string): Scope {
  return namesDevelopment(extra) ? "development" : "optional";
}

function ownPackage(project: DataObject | undefined, poetry: DataObject | undefined): OwnPackage | undefined {
  const name = textField(project, "name") ?? textField(poetry, "name");
  if (name === undefined || name === "") return undefined;
  const license = textField(project, "license") ?? textField(objectField(project, "license"), "text") ?? textField(poetry, "license");
  return {
    type: "pypi",
    name,
    version: textField(project, "version") ?? textField(poetry, "version"),
    // A whole licence text is no name of a licence.
    license: license !== undefined && license.length <= 200 && !license.includes("\n") ? license : undefined,
  };
}

/** The project whose pyproject.toml lies beside a lockfile; undefined where there is none or it cannot be read (its own reader tells why). */
export async function projectBeside(path: string, context: ReadContext): Promise<{ project: PythonProject; path: string } | undefined> {
  const beside = inFolder(folderOf(path), "pyproject.toml");
  const text = await context.text(beside);
  if (text === undefined) return undefined;
  try {
    return { project: pythonProject(parseToml(text)), path: beside };
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

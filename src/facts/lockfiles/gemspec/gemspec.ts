// *.gemspec: what a gem of ours is and asks for, read off its source without running it (https://guides.rubygems.org/specification-reference/).
import type { LockedPackage, LockfileFormat, ReadContext, Reading, Scope, SourceFile } from "../types.ts";
import { Unreadable } from "../types.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { Keys } from "../shared/keys.ts";
import { gemPin } from "../shared/ruby/gems.ts";
import { type RubyToken, rubyStatements, rubyTokens } from "../shared/ruby/tokens.ts";
import { RubyValues, stringArguments } from "../shared/ruby/values.ts";

export const gemspec: LockfileFormat = {
  id: "gemspec",
  ecosystem: "gem",
  kind: "manifest",
  matches: (path) => path.endsWith(".gemspec"),
  read: readGemspec,
};

const CALLS: ReadonlyMap<string, Scope> = new Map([
  ["add_dependency", "production"],
  ["add_runtime_dependency", "production"],
  ["add_development_dependency", "development"],
]);

async function readGemspec(file: SourceFile, context: ReadContext): Promise<Reading> {
  const statements = rubyStatements(rubyTokens(file.text));
  const isSpecification = statements.some((statement) =>
    statement.some((token) => token.kind === "word" && /^(?:::)?Gem::Specification$/.test(token.text)),
  );
  if (!isSpecification) throw new Unreadable("There is no Gem::Specification in this file.", 1, "Gem::Specification.new do |spec| … end");
  const values = new RubyValues(file.path, statements, context);
  const problems = new EntryProblems(file.path);
  const name = await valueOf("name", statements, values, problems);
  const version = await valueOf("version", statements, values, problems);
  const packages = dependenciesOf(statements);
  const licenses = licensesOf(statements);
  const own =
    name === undefined
      ? []
      : [{ type: "gem", name, version, license: licenses.join(" OR ") || undefined, dependsOn: packages.map((one) => one.key) }];
  return { packages, own, alsoRead: values.alsoRead, problems: problems.list() };
}

/** Where a statement sets an attribute of the specification (`spec.name = …`): the tokens after the sign. */
function setting(statement: readonly RubyToken[], attribute: RegExp): readonly RubyToken[] | undefined {
  const [object, dot, name, sign] = statement;
  if (object?.kind !== "word" || dot?.kind !== "mark" || dot.text !== "." || name?.kind !== "word" || sign?.kind !== "mark")
    return undefined;
  return sign.text === "=" && attribute.test(name.text) ? statement.slice(4) : undefined;
}

async function valueOf(
  attribute: "name" | "version",
  statements: readonly RubyToken[][],
  values: RubyValues,
  problems: EntryProblems,
): Promise<string | undefined> {
  for (const statement of statements) {
    const expression = setting(statement, attribute === "name" ? /^name$/ : /^version$/);
    if (expression === undefined) continue;
    const value = await values.text(expression);
    if (value === undefined)
      problems.note(
        `The ${attribute} of the gem is worked out while running, or stands in a file that is missing.`,
        statement[0]?.line,
        `Write the ${attribute} as text, or as a constant from a file that the gemspec requires.`,
      );
    return value;
  }
  const given = givenToNew(statements)[attribute === "name" ? 0 : 1];
  return given && values.text(given);
}

/** `Gem::Specification.new("name", "1.0") do …`: the expressions between the commas. */
function givenToNew(statements: readonly RubyToken[][]): readonly (readonly RubyToken[])[] {
  for (const statement of statements) {
    const at = statement.findIndex((token) => token.kind === "word" && /^(?:::)?Gem::Specification$/.test(token.text));
    const call = statement[at + 2];
    if (at < 0 || call?.kind !== "word" || call.text !== "new") continue;
    const rest = statement.slice(at + 3);
    const opens = rest[0]?.kind === "mark" && rest[0].text === "(";
    const inside = opens ? rest.slice(1) : rest;
    const end = inside.findIndex(
      (token) => (token.kind === "mark" && /^[){]$/.test(token.text)) || (token.kind === "word" && token.text === "do"),
    );
    return splitAtCommas(end < 0 ? inside : inside.slice(0, end));
  }
  return [];
}

function splitAtCommas(tokens: readonly RubyToken[]): RubyToken[][] {
  const parts: RubyToken[][] = [[]];
  for (const token of tokens) {
    if (token.kind === "mark" && token.text === ",") parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

function licensesOf(statements: readonly RubyToken[][]): string[] {
  for (const statement of statements) {
    const expression = setting(statement, /^licen[sc]es?$/);
    if (expression)
      return expression.flatMap((token) => (token.kind === "string" ? [token.text] : token.kind === "words" ? token.words : []));
  }
  return [];
}

function dependenciesOf(statements: readonly RubyToken[][]): LockedPackage[] {
  const packages = new Map<string, LockedPackage>();
  const keys = new Keys();
  for (const statement of statements) {
    const [, dot, call] = statement;
    const scope = dot?.kind === "mark" && dot.text === "." && call?.kind === "word" ? CALLS.get(call.text) : undefined;
    const [name, ...requirements] = scope === undefined ? [] : stringArguments(statement.slice(3));
    if (scope === undefined || name === undefined) continue;
    // Generated gemspecs repeat all of them for old versions of RubyGems, where none is for development.
    if (packages.has(name)) continue;
    packages.set(name, {
      key: keys.unique(name),
      type: "gem",
      name,
      ...gemPin(requirements),
      scope,
      direct: true,
      line: statement[0]?.line,
    });
  }
  return [...packages.values()];
}

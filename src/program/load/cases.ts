// cases/*.yaml into the model; what one part of a document says of another is checked here: fields, options, lanes, states.
import { didYouMean, type ProblemWords, phrase, phraseList } from "#kit";
import {
  type CaseField,
  type CaseKind,
  type Condition,
  type Decider,
  type FieldType,
  isBounds,
  type Lane,
  type Writing,
} from "../cases/types.ts";
import type { Board, LocalText, Position } from "../model.ts";
import { type Checked, checkDocument, isStandIn } from "../read/check.ts";
import type { Files } from "../read/folder.ts";
import { type Path, readYaml } from "../read/yaml.ts";
import { type CaseDocument, caseDocument } from "../schema/case.ts";
import { type Context, localText } from "./context.ts";

type Document = Checked<CaseDocument>;

export function readCases(files: Files, context: Context): WrittenKind[] {
  return [...files].flatMap(([path, content]): WrittenKind[] => {
    if (!path.startsWith("cases/")) return [];
    const page = readYaml({ file: context.prefix + path, text: content, place: (line, column) => ({ line, column }) }, context.problems);
    if (page.value === undefined || page.value === null) return [];
    const document = checkDocument(caseDocument, page, context.problems);
    if (!document || document.replaced.has("case")) return [];
    const { case: kind } = document.value;
    context.references.declare("case kind", kind, document.position(["case"]));
    if (path !== `cases/${kind}.yaml`) {
      const message = phrase`the file is named ${path.slice("cases/".length)} and holds the case "${kind}"`;
      context.problems.warn("contradiction", document.position(["case"]), message, { expected: phrase`cases/${kind}.yaml` });
    }
    return [kindOf(document, context)];
  });
}

/** As its document says it: a lane may say no quorum of its own. */
export interface WrittenKind extends Omit<CaseKind, "lanes"> {
  readonly lanes: readonly WrittenLane[];
}
type WrittenLane = Omit<Lane, "quorum"> & Partial<Pick<Lane, "quorum">>;

/** The organisation's own kinds, and those of its packs that it has none of its own for. */
export function mergeCases(layers: readonly { readonly cases: readonly WrittenKind[] }[], boards: readonly Board[]): CaseKind[] {
  const merged = new Map<string, WrittenKind>();
  for (const kind of layers.flatMap(({ cases }) => cases)) if (!merged.has(kind.kind)) merged.set(kind.kind, kind);
  return [...merged.values()].map((kind) => ({ ...kind, lanes: kind.lanes.map((lane) => withQuorum(lane, boards)) }));
}

/** A lane of a board that says none has the board's. */
function withQuorum(lane: WrittenLane, boards: readonly Board[]): Lane {
  const { decides } = lane;
  const board = decides.is === "board" ? boards.find(({ id }) => id === decides.board) : undefined;
  return { ...lane, quorum: lane.quorum ?? board?.quorum ?? 1 };
}

function kindOf(document: Document, context: Context): WrittenKind {
  const { value } = document;
  const words = (text: string | LocalText, ...path: Path) =>
    localText(text, context.languages[0] ?? "en", context, document.position(path)) ?? {};
  const reader = new CaseReader(document, context, words);
  const fields = reader.fields();
  const lanes = reader.lanes();
  const { automatic = {}, within = {}, life, approval } = value;
  const settles = value["rules-decide"] ?? [];
  const carries = approval?.["carries-over"];
  reader.check();
  return {
    kind: value.case,
    title: words(value.title, "title"),
    ...(value.description === undefined ? {} : { description: words(value.description, "description") }),
    openBy: value.opens,
    ...(value.about === undefined ? {} : { about: value.about }),
    fields,
    automatic: {
      approve: settles.filter((outcome) => outcome === "allow" || outcome === "warn"),
      reject: settles.filter((outcome) => outcome === "deny"),
      approveWhen: automatic["approve-when"] ?? [],
      withoutLanes: automatic["without-lanes"] ?? false,
    },
    lanes,
    escalation: reader.decider(value.escalation ?? { role: "executive" }, ["escalation"]),
    within: { ...within, answer: within.answer ?? "30d" },
    alsoApart: (value.separation ?? []).filter((field) => field !== "requester"),
    clocks: Object.entries(value.clocks ?? {}).map(([id, { title, ...clock }]) => ({ id, title: words(title, "clocks", id), ...clock })),
    writes: [
      ...(approval ? [reader.approval(approval)] : []),
      ...(value.writes ?? []).map(({ on = "approved", data = {}, ...writing }) => ({ ...writing, on, data })),
    ],
    ...(carries
      ? { carriesOver: { license: carries["same-license"] ?? true, use: carries["same-use"] ?? true, versions: carries.versions ?? "any" } }
      : {}),
    lapsesWhen: approval?.["lapses-when"] ?? [],
    ...(value.expires === undefined ? {} : { expires: value.expires }),
    reopens: value.reopens ?? false,
    ...(life === undefined ? {} : { life: { start: life.start, states: reader.states(life.states) } }),
    words: {
      ...(value.words?.approved === undefined ? {} : { approved: words(value.words.approved, "words", "approved") }),
      ...(value.words?.rejected === undefined ? {} : { rejected: words(value.words.rejected, "words", "rejected") }),
    },
    ...(context.pack === undefined ? {} : { pack: context.pack }),
    position: document.position(["case"]),
  };
}

type Words = (text: string | LocalText, ...path: Path) => LocalText;
type LifeStates = NonNullable<CaseDocument["life"]>["states"];

function optionsOf(
  of: readonly string[] | Readonly<Record<string, string | LocalText>> = {},
): Readonly<Record<string, string | LocalText>> {
  return Array.isArray(of)
    ? Object.fromEntries(of.map((option: string) => [option, option]))
    : (of as Readonly<Record<string, string | LocalText>>);
}

function findingsOf(condition: string): NonNullable<Lane["findings"]> {
  const match = /^finding\.(area|rule) == "([^"]+)"$/.exec(condition);
  return { by: match?.[1] === "rule" ? "rule" : "area", is: match?.[2] ?? "" };
}

class CaseReader {
  readonly #document: Document;
  readonly #context: Context;
  readonly #words: Words;
  readonly #fields: CaseDocument["fields"];

  constructor(document: Document, context: Context, words: Words) {
    this.#document = document;
    this.#context = context;
    this.#words = words;
    this.#fields = document.value.fields;
  }

  fields(): CaseField[] {
    const before: string[] = [];
    return Object.entries(this.#fields).map(([id, { ask, help, type, of = {}, required = false, when, from, default: standard }]) => {
      const options = optionsOf(of);
      const path = ["fields", id];
      if (when) this.#condition(when, [...path, "when"], before);
      if ((type === "choice" || type === "choices") === (Object.keys(options).length === 0)) {
        this.#wrong(
          [...path, "type"],
          type.startsWith("choice")
            ? phrase`field "${id}" offers nothing to choose from`
            : phrase`field "${id}" is no choice and has options`,
          phrase`type: choice or choices, with of`,
        );
      }
      before.push(id);
      return {
        id,
        label: this.#words(ask ?? id, ...path, "ask"),
        ...(help === undefined ? {} : { help: this.#words(help, ...path, "help") }),
        type,
        options: this.#texts(options, [...path, "of"]),
        required,
        ...(when ? { when } : {}),
        ...(from === undefined ? {} : { from }),
        ...(standard === undefined || standard === "from-facts" ? {} : { default: standard }),
      };
    });
  }

  lanes(): WrittenLane[] {
    return Object.entries(this.#document.value.lanes ?? {}).map(([id, lane]) => {
      const path = ["lanes", id];
      const { when } = lane;
      const over = typeof when === "string" ? undefined : when;
      for (const [index, condition] of (over ?? []).entries()) this.#condition(condition, [...path, "when", index]);
      return {
        id,
        title: this.#words(lane.title ?? id, ...path, "title"),
        decides: this.decider(lane.decides, [...path, "decides"]),
        ...(over ? { when: over } : {}),
        ...(typeof when === "string" ? { when: [], findings: findingsOf(when) } : {}),
        per: lane["decides-per"] ?? ["component"],
        ...(lane.quorum === undefined ? {} : { quorum: lane.quorum }),
        tie: lane.tie ?? "escalate",
        ...(lane.within === undefined ? {} : { within: lane.within }),
        attests: this.#texts(lane.attests ?? {}, [...path, "attests"]),
      };
    });
  }

  /** What an approval names becomes a record: the first is what it is about. */
  approval({ names, writes = "approval" }: NonNullable<CaseDocument["approval"]>): Writing {
    for (const [index, name] of names.entries()) if (name !== "obligations") this.#field(name, ["approval", "names", index]);
    const [subject = "", ...rest] = names.filter((name) => name !== "obligations");
    return { record: writes, on: "approved", subject, data: Object.fromEntries(rest.map((name) => [name, name])) };
  }

  decider(given: NonNullable<CaseDocument["escalation"]>, path: Path): Decider {
    if (typeof given === "string") return this.#named(given, path);
    const { team, board, role, field } = given;
    if (team !== undefined) {
      this.#context.references.need(["team"], team, this.#document.position([...path, "team"]));
      return { is: "team", team };
    }
    if (board !== undefined) {
      this.#context.references.need(["board"], board, this.#document.position([...path, "board"]));
      return { is: "board", board };
    }
    if (field !== undefined) {
      this.#field(field, [...path, "field"], ["person", "team", "product"]);
      return { is: "field", field };
    }
    return { is: "role", role: role ?? "admin" };
  }

  /** `legal`, or `review-board.legal`. */
  #named(name: string, path: Path): Decider {
    const [first = "", lane] = name.split(".");
    const at = this.#document.position(path);
    if (lane === undefined) {
      this.#context.references.need(["team", "board"], first, at);
      return this.#context.references.has("board", first) ? { is: "board", board: first } : { is: "team", team: first };
    }
    this.#context.references.need(["board"], first, at);
    this.#context.references.need(["lane"], lane, at);
    return { is: "board", board: first, lane };
  }

  states(states: LifeStates): NonNullable<CaseKind["life"]>["states"] {
    const known = Object.keys(states);
    const there = (id: string, path: Path) => {
      if (!known.includes(id)) this.#wrong(path, phrase`there is no state "${id}"`, phraseList(known), didYouMean(id, known));
    };
    there(this.#document.value.life?.start ?? "", ["life", "start"]);
    return Object.fromEntries(
      Object.entries(states).map(([id, { title, to = [], by }]) => {
        for (const [index, next] of to.entries()) there(next, ["life", "states", id, "to", index]);
        return [id, { title: this.#words(title, "life", "states", id, "title"), to, by: by ?? (["requester", "admin"] as const) }];
      }),
    );
  }

  /** What is not read on the way: clocks, writings, expiry, separation. */
  check(): void {
    const { clocks = {}, writes = [], automatic, expires } = this.#document.value;
    for (const [id, { from, when }] of Object.entries(clocks)) {
      if (from !== undefined) this.#field(from, ["clocks", id, "from"], ["date", "moment"]);
      if (when) this.#condition(when, ["clocks", id, "when"]);
    }
    for (const [index, { subject, data = {}, when }] of writes.entries()) {
      this.#field(subject, ["writes", index, "subject"]);
      for (const [key, field] of Object.entries(data)) this.#field(field, ["writes", index, "data", key]);
      if (when) this.#condition(when, ["writes", index, "when"]);
    }
    for (const [index, when] of (automatic?.["approve-when"] ?? []).entries()) this.#condition(when, ["automatic", "approve-when", index]);
    for (const [index, field] of (this.#document.value.separation ?? []).entries())
      if (field !== "requester") this.#field(field, ["separation", index], ["person", "team"]);
    if (expires !== undefined) this.#expiry(expires);
    const decided = Object.keys(this.#document.value.lanes ?? {}).length > 0;
    if (!decided && automatic?.["without-lanes"] !== true && !this.#document.value["rules-decide"]?.length)
      this.#wrong(["case"], phrase`nobody decides "${this.#document.value.case}"`, phrase`lanes, or what is decided automatically`);
  }

  #expiry(field: string): void {
    this.#field(field, ["expires"], ["date"]);
    const known = this.#fields[field];
    if (known && (known.required !== true || known.when))
      this.#wrong(
        ["expires"],
        phrase`field "${field}" may be left empty, and the approval would never end`,
        phrase`a required field without a condition`,
      );
  }

  #texts(texts: Readonly<Record<string, string | LocalText>>, path: Path): Record<string, LocalText> {
    return Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, this.#words(text, ...path, id)]));
  }

  #field(id: string, path: Path, types?: readonly FieldType[], among: readonly string[] = Object.keys(this.#fields)): void {
    if (isStandIn(id)) return;
    const field = this.#fields[id];
    if (!field || !among.includes(id)) {
      const message = field ? phrase`field "${id}" is asked later` : phrase`there is no field "${id}"`;
      this.#wrong(path, message, among.length === 0 ? phrase`a field that is asked before` : phraseList(among, 30), didYouMean(id, among));
    } else if (types && !types.includes(field.type)) {
      this.#wrong(path, phrase`field "${id}" holds a ${field.type}`, phrase`a field of type ${phraseList(types)}`);
    }
  }

  #condition(condition: Condition, path: Path, among?: readonly string[]): void {
    for (const [id, wanted] of Object.entries(condition)) {
      this.#field(id, [...path, id], undefined, among);
      const field = this.#fields[id];
      if (isBounds(wanted)) {
        if (field && field.type !== "number")
          this.#wrong([...path, id], phrase`field "${id}" holds a ${field.type}, and no number`, phrase`a value`);
        continue;
      }
      const known = field?.type === "boolean" ? ["true", "false"] : Object.keys(optionsOf(field?.of));
      if (known.length === 0) continue;
      for (const value of Array.isArray(wanted) ? wanted : [wanted]) {
        if (!known.includes(String(value)))
          this.#wrong(
            [...path, id],
            phrase`"${String(value)}" is no answer to "${id}"`,
            phraseList(known),
            didYouMean(String(value), known),
          );
      }
    }
  }

  #wrong(path: Path, message: ProblemWords["message"], expected: ProblemWords["expected"], hint?: ProblemWords["hint"]): void {
    const at: Position = this.#document.position(path);
    this.#context.problems.add("contradiction", at, message, { expected, ...(hint === undefined ? {} : { hint }) });
  }
}

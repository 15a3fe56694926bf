// What VEX statements change: a vulnerability that somebody answered for counts as they say, and is shown with who said so.
import { compareText, matchesPurl, parsePurl, parsePurlRange } from "#kit";
import type { Statement, StatementSubject, VexStatus } from "./types.ts";

/** A product of ours under all the names by which a statement may call it. */
export interface ProductNames {
  readonly id: string;
  readonly names: ReadonlySet<string>;
  /** Package URLs, without version, of what it makes. */
  readonly packages: ReadonlySet<string>;
}

export interface Answer {
  readonly status: VexStatus;
  readonly justification?: string;
  readonly because?: string;
  readonly action?: string;
  readonly by: string;
  readonly at: string;
  /** We said so ourselves. */
  readonly own?: true;
  /** The product that it holds for; absent: all. */
  readonly product?: string;
}

/** Statements by the names of the vulnerability, so that each match looks at few. */
export class Statements {
  readonly #byName = new Map<string, Statement[]>();
  readonly #products: readonly ProductNames[];

  constructor(statements: readonly Statement[], products: readonly ProductNames[]) {
    this.#products = products;
    for (const statement of statements) {
      for (const name of new Set([statement.id, ...statement.aliases])) {
        const list = this.#byName.get(name);
        if (list) list.push(statement);
        else this.#byName.set(name, [statement]);
      }
    }
  }

  /** What is answered for a component (package URL with version) under a vulnerability, oldest first; each product's own answers included. */
  answers(names: readonly string[], purl: string): Answer[] {
    const statements = new Set(names.flatMap((name) => this.#byName.get(name) ?? []));
    const found: Answer[] = [];
    for (const statement of statements) {
      const scopes = new Set(statement.subjects.flatMap((subject) => this.#scopesOf(subject, purl)));
      // Who speaks of every product speaks of each.
      for (const scope of scopes.has("") ? [""] : [...scopes].sort()) found.push(answerOf(statement, scope));
    }
    return found.sort((a, b) => compareText(a.at, b.at));
  }

  /** Product ids for which a subject of a statement means this component; `""` for all. */
  #scopesOf(subject: StatementSubject, purl: string): string[] {
    if (subject.product === undefined) return subject.component !== undefined && isMeant(subject, purl) ? [""] : [];
    if (subject.component !== undefined && !isMeant(subject, purl)) return [];
    return this.#products.filter((product) => isProduct(product, subject.product ?? "")).map((product) => product.id);
  }
}

function answerOf(statement: Statement, scope: string): Answer {
  const { status, justification, because, action, by, at } = statement;
  return {
    status,
    ...(justification === undefined ? {} : { justification }),
    ...(because === undefined ? {} : { because }),
    ...(action === undefined ? {} : { action }),
    by,
    at,
    ...(statement.source === "record" ? { own: true as const } : {}),
    ...(scope === "" ? {} : { product: scope }),
  };
}

/** A statement that names a version means that one; one that names none means all; qualifiers that the component lacks do not count against it. */
function isMeant({ component = "", range }: StatementSubject, purl: string): boolean {
  const wanted = parsePurl(component);
  const own = parsePurl(purl);
  if (!wanted || !own) return component === purl;
  if (wanted.type !== own.type || wanted.namespace !== own.namespace || wanted.name !== own.name) return false;
  if (range !== undefined) {
    const versions = parsePurlRange(range);
    return !("error" in versions) && matchesPurl(versions, { ...own, qualifiers: {} }) === true;
  }
  return wanted.version === undefined || wanted.version === own.version;
}

function isProduct(product: ProductNames, name: string): boolean {
  if (product.names.has(name)) return true;
  const purl = parsePurl(name);
  if (!purl) return false;
  const at = name.indexOf("@", name.lastIndexOf("/"));
  const bare = (at > 0 ? name.slice(0, at) : name).split("?")[0] ?? "";
  return product.packages.has(bare);
}

/** The answer that holds for a component in a product: one about the product before one about all, the later before the earlier. */
export function answerFor(answers: readonly Answer[], product: string | undefined): Answer | undefined {
  const own = product === undefined ? [] : answers.filter((answer) => answer.product === product);
  return own.at(-1) ?? answers.findLast((answer) => answer.product === undefined);
}

/** Whether a vulnerability with this answer does not count. */
export function isSetAside(answer: Answer | undefined): boolean {
  return answer?.status === "not-affected" || answer?.status === "fixed";
}

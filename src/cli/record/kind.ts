// A kind of record that can be said from the command line: a kind is one file and one line in kinds.ts.
import { AllmendError } from "#kit";
import type { NewRecord, Program, SaidWrong } from "#program";
import type { CommonOptions } from "../options.ts";

export interface RecordFlags extends CommonOptions {
  readonly about?: string;
  readonly by: string;
  readonly value: boolean;
  readonly until?: string;
  readonly because?: string;
  readonly now?: string;
  readonly state?: string;
  readonly evidence?: string;
  readonly license?: string;
  readonly component?: string;
  readonly owner?: string;
  readonly due?: string;
  readonly release?: string;
  readonly to?: string;
  readonly artifact?: readonly string[];
  readonly archive?: string;
  readonly at?: string;
  readonly commit?: string;
  readonly tag?: string;
  readonly environment?: string;
  readonly result?: string;
  readonly unplanned?: boolean;
  readonly resolved?: string;
  readonly cause?: string;
  readonly title?: string;
  readonly status?: string;
  readonly justification?: string;
}

/** What is said: where the record goes, and of what. */
export interface Said {
  readonly subject?: string;
  /** When it happened, where that is not when it is said. */
  readonly at?: string;
  readonly data: NonNullable<NewRecord["data"]>;
}

export interface RecordKind {
  /** What stands behind `record KIND`. */
  readonly id: string;
  /** Name of its file under records/, where it is not the plural of the kind. */
  readonly file?: string;
  /** Checks what is said and makes the record's subject and data. Throws AllmendError where it cannot be said so. */
  say(id: string, flags: RecordFlags, program: Program, now: string): Said | Promise<Said>;
}

/** What cannot be said so; `flags` says how to complete it here. */
export function wrongSaid({ wrong, message, hint }: SaidWrong, flags?: string): AllmendError {
  const incomplete = wrong === "record-incomplete";
  return new AllmendError(wrong, incomplete ? "input" : "not-found", incomplete ? `the record ${message}` : message, {
    hint: (incomplete ? flags : undefined) ?? hint,
  });
}

/** What was said of it. */
export function defined(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}

/** What --about names: a product of the program, else a repository (`repository:NAME`, or the plain name). */
export function deliverySubject(about: string | undefined, kind: string, program: Program): string {
  if (about === undefined) {
    throw new AllmendError(
      "record-without-subject",
      "input",
      `a record of kind ${kind} is about a product or a repository, and none is named`,
      {
        hint: "Add --about product:ID or --about repository:NAME.",
      },
    );
  }
  if (about.startsWith("repository:")) return about;
  const isProduct = program.organization.products.some(({ id }) => id === about.replace(/^product:/, ""));
  return isProduct || about.startsWith("product:") ? productSubject(about, kind, program) : `repository:${about}`;
}

/** `product:ID` of what --about names; the product must exist. */
export function productSubject(about: string | undefined, kind: string, program: Program): string {
  if (about === undefined) {
    throw new AllmendError("record-without-subject", "input", `a record of kind ${kind} is about a product, and none is named`, {
      hint: "Add --about product:ID.",
    });
  }
  const id = about.replace(/^product:/, "");
  const products = program.organization.products.map((product) => product.id);
  if (products.includes(id)) return `product:${id}`;
  const known = products.length === 0 ? "organization.yaml names none yet." : `There are: ${products.join(", ")}.`;
  throw new AllmendError("unknown-product", "not-found", `there is no product "${id}"`, { hint: known });
}

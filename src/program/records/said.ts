// What somebody says of a duty or a policy, looked at before it is on record: the same for the command, which writes a line, and for the server, which keeps it.
import type { z } from "zod";
import { didYouMean, inEnglish } from "#kit";
import type { Policy } from "../model.ts";
import { policyVersion } from "../policy-version.ts";
import { obligationData } from "./obligation.ts";

/** Why it cannot be said so. */
export interface SaidWrong {
  readonly wrong: "unknown-obligation" | "unknown-policy" | "record-incomplete";
  /** Where in the data; absent where the record speaks of nothing that there is. */
  readonly path?: string;
  readonly message: string;
  readonly hint: string;
  /** What its schema says of it. */
  readonly issue?: Pick<z.core.$ZodIssue, "code" | "message">;
  /** What was named, and what there is. */
  readonly named?: string;
  readonly known?: readonly string[];
}

export interface Said {
  readonly subject?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export function isWrong<T extends object>(said: T | SaidWrong): said is SaidWrong {
  return "wrong" in said;
}

/** How a duty stands. `kinds`: what licences ask for, as facts know them. */
export function saidObligation(kind: string, data: unknown, kinds: readonly string[]): Said | SaidWrong {
  if (!kinds.includes(kind)) {
    const named = kind.slice(0, 120);
    return {
      wrong: "unknown-obligation",
      message: `no licence asks for "${named}"`,
      hint: inEnglish(didYouMean(named, kinds)) ?? `They ask for: ${kinds.join(", ")}.`,
      named,
      known: kinds,
    };
  }
  const { success, data: read, error } = obligationData.safeParse(data);
  if (success) return { data: read };
  const [issue] = error.issues;
  return {
    wrong: "record-incomplete",
    path: ["data", ...(issue?.path ?? [])].join("."),
    message: issue?.message ?? "is incomplete",
    ...(issue ? { issue } : {}),
    hint: "Say what shows it as evidence, or that it is not applicable and because of what.",
  };
}

/** That a policy was read, in the version that holds. `area`: with or without `policy:`. */
export function saidAcknowledgement(area: string, policies: readonly Policy[]): Said | SaidWrong {
  const named = area.replace(/^policy:/, "").slice(0, 120);
  const policy = policies.find((one) => one.area === named);
  if (policy) return acknowledgementOf(policy);
  const areas = policies.map((one) => one.area);
  return {
    wrong: "unknown-policy",
    message: `there is no policy "${named}"`,
    hint: inEnglish(didYouMean(named, areas)) ?? `There are: ${areas.join(", ")}.`,
    named,
    known: areas,
  };
}

/** What was read can be told apart from what came after, even where nobody changed the date. */
export function acknowledgementOf(policy: Policy): Required<Said> {
  const { area, state, inForce } = policy;
  return {
    subject: `policy:${area}`,
    data: { state, ...(inForce === undefined ? {} : { version: inForce }), text: policyVersion(policy) },
  };
}

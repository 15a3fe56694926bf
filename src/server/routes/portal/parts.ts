// Parts that the pages about the office share.
import { z } from "zod";
import { languages } from "#look";
import { seesUnit, type Caller } from "../../access/caller.ts";
import type { Program } from "#program";
import type { Standing } from "../../portal/standing.ts";

/** In which language the page speaks. */
export const spoken = z.object({ lang: z.enum(languages).default("en").describe("Language of what is said.") });

export const state = z.enum(["allow", "warn", "review", "deny", "unknown", "none"]);

export const standingLine = z.object({ state, text: z.string() }).meta({ id: "StandingLine" });

/** When what is said was so. */
export const asOf = {
  asOf: z.iso.datetime().optional().describe("The moment for which it answers; absent before the first result."),
  otherProgram: z.boolean().describe("Its figures were worked out by another program than the one in force."),
};

/** The same of how the office stands. */
export function whenOf({ asOf: at, otherProgram }: Standing) {
  return { ...(at === undefined ? {} : { asOf: at }), otherProgram };
}

/** Which products somebody sees. One that the program does not name (any more, or because they do not see it) is for those who see everything. */
export function seesProduct(caller: Caller, { organization }: Pick<Program, "organization">): (product: string) => boolean {
  const units = new Map(organization.products.map(({ id, unit }) => [id, unit]));
  return (product) => (units.has(product) ? seesUnit(caller, units.get(product)) : caller.units === "all");
}

/** What belongs to products of which one sees at least one, or to none. */
export function seesProducts(caller: Caller, program: Pick<Program, "organization">): (products: readonly string[]) => boolean {
  const sees = seesProduct(caller, program);
  return (products) => products.length === 0 || products.some(sees);
}

// Standards and models of maturity: those that come with Allmend, and the program's own in place of them or beside them.
import { type Framework, type Program, shippedFrameworks } from "#program";
import { loadOptions } from "../judging/load-options.ts";

let shipped: Promise<readonly Framework[]> | undefined;

export async function frameworksOf({ frameworks: own = [] }: Program): Promise<readonly Framework[]> {
  shipped ??= shippedFrameworks(loadOptions().packsFolder);
  return [...(await shipped).filter(({ id }) => !own.some((one) => one.id === id)), ...own];
}

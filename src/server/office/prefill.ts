// What a case can be filled with before anybody writes anything.
import type { FieldValues } from "#program";
import { prefillUse } from "#scan";
import { resultAbout } from "./judging.ts";
import type { Office } from "./office.ts";

export async function prefilled(
  office: Office,
  asked: { readonly kind: string; readonly component: string; readonly product: string },
): Promise<FieldValues> {
  const { program } = await office.program();
  const kind = program.cases?.find((each) => each.kind === asked.kind);
  if (kind?.about !== "usage") return {};
  const { sql } = office.database;
  const ours = await office.stored(sql, program);
  const result = await resultAbout(sql, office.known, ours, office.clock().toISOString(), asked.component);
  return prefillUse(result, kind, asked.component, asked.product);
}

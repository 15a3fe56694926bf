// After results came in: approvals whose facts have changed lapse, and what follows from that is opened by itself.
import { listCases, readCase, readRecords } from "#store";
import { actOnCase } from "./actions.ts";
import { OFFICE } from "./acts.ts";
import { resultAbout } from "./judging.ts";
import type { Office } from "./office.ts";
import { lapsesOf } from "./present.ts";

/** Name of its queue. */
export const CASES_ON_FACTS = "cases-on-facts";

const PAGE = 100;

/** Looks at every approved case of a kind that lapses. Gives those that did. */
export async function lapseChanged(office: Office, stopping?: AbortSignal): Promise<string[]> {
  const { program } = await office.program();
  const kinds = (program.cases ?? []).filter(({ lapsesWhen }) => lapsesWhen.length > 0);
  const lapsed: string[] = [];
  for (const kind of kinds) {
    let after: { at: string; id: string } | undefined;
    do {
      const page = await listCases(office.database.sql, {
        kinds: [kind.kind],
        phases: ["approved"],
        order: "changed",
        limit: PAGE,
        ...(after ? { after } : {}),
      });
      for (const { id, component } of page.cases) {
        if (stopping?.aborted) return lapsed;
        if (component !== undefined && (await lapseOne(office, id, component))) lapsed.push(id);
      }
      after = page.next;
    } while (after);
  }
  return lapsed;
}

async function lapseOne(office: Office, id: string, component: string): Promise<boolean> {
  const { program } = await office.program();
  const { sql } = office.database;
  const found = await readCase(sql, id);
  const kind = program.cases?.find((each) => each.kind === found?.kind);
  if (!found || !kind || found.state.phase !== "approved") return false;
  const now = office.clock().toISOString();
  const result = await resultAbout(sql, office.known, program, now, component);
  const reasons = lapsesOf(kind, found.state, await readRecords(sql, { id }), result, now);
  if (reasons.length === 0) return false;
  const license = result.components.find(({ purl }) => purl === component)?.license;
  const changed = reasons.includes("license-changes") && license !== undefined && kind.fields.some((field) => field.id === "license");
  await actOnCase(
    office,
    { id: OFFICE, roles: ["system"] },
    id,
    { is: "facts-changed", because: reasons, ...(changed ? { fields: { license } } : {}) },
    { seen: found.version },
  );
  return true;
}

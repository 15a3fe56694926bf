// Reports that somebody wants every month or quarter: when one is due, those who get it are told, and that it went out is put on record.
import { addNotices, appendStored, findPerson, type Schedule, takeDueSchedules, transact } from "#store";
import type { Deps } from "../deps.ts";

/** What a notice of a report is called. */
export const REPORT_READY = "report-ready";

const MOST = 100;

export async function sendDueReports({
  database,
  clock,
  program,
}: Pick<Deps, "database" | "clock" | "program">): Promise<{ sent: number }> {
  const { program: current } = await program();
  return transact(database, async (tx) => {
    const now = clock();
    const at = now.toISOString();
    const due = await takeDueSchedules(tx, now, MOST);
    for (const schedule of due) {
      const people = await recipients(schedule);
      await addNotices(
        tx,
        people.map((person) => ({ at, person, what: REPORT_READY, subject: subjectOf(schedule), urgent: true })),
      );
      const record = {
        kind: "report",
        at,
        by: schedule.person,
        subject: "organization",
        id: schedule.report,
        data: { every: schedule.every, people: people.length },
      };
      await appendStored(tx, [record], { at, by: schedule.person, policy: current.digest });
    }
    return { sent: due.length };

    async function recipients({ person, team }: Schedule): Promise<readonly string[]> {
      const members = current.organization.teams.find(({ id }) => id === team);
      const wanted = new Set([person, ...(members ? [...members.members, members.lead ?? person] : [])]);
      const here = await Promise.all([...wanted].map((id) => findPerson(tx, id)));
      return here.flatMap((one) => (one && one.state !== "left" ? [one.id] : []));
    }
  });
}

/** `report:executive?lang=de`, `report:compliance?lang=en&product=shop`: the address of the page in the portal holds the same. */
export function subjectOf({ report, product, language }: Pick<Schedule, "report" | "product" | "language">): string {
  const query = new URLSearchParams({ lang: language, ...(product === undefined ? {} : { product }) });
  return `report:${report}?${query}`;
}

/** What it was about; undefined for what is no notice of a report. */
export function reportIn(subject: string): Pick<Schedule, "report" | "product" | "language"> | undefined {
  if (!subject.startsWith("report:")) return undefined;
  const [report = "", query = ""] = subject.slice("report:".length).split("?");
  const search = new URLSearchParams(query);
  const product = search.get("product");
  return { report, language: search.get("lang") === "de" ? "de" : "en", ...(product === null ? {} : { product }) };
}

// Everything that is known as one result, judged by the program in force: what reports are made from.
import { AllmendError } from "#kit";
import { rejudge, type ScanResult, summarise } from "#scan";
import { everything } from "#store";
import type { Deps } from "../deps.ts";
import { withFiguresNow } from "./figures-now.ts";
import { standingOf } from "./standing.ts";

/** One at a time: it holds everything that is known in memory. */
let running: Promise<unknown> = Promise.resolve();

/** Makes something of it. The next caller waits until it is made. */
export function withWholeResult<T>(deps: Deps, make: (result: ScanResult) => Promise<T>): Promise<T> {
  const next = running.then(async () => make(await wholeResult(deps)));
  running = next.catch(() => undefined);
  return next;
}

async function wholeResult(deps: Deps): Promise<ScanResult> {
  const all = await everything(deps.database.sql, async () => undefined);
  if (!all)
    throw new AllmendError("no-result", "conflict", "there is no result yet to report from", {
      hint: "Send one first: allmend scan --upload.",
    });
  const head = await withFiguresNow(deps, (await standingOf(deps)).result);
  const { program } = head;
  const judged = await rejudge(all.known, { program, now: deps.clock().toISOString() });
  const { rules, findings, verdicts, components, uses } = judged;
  return {
    ...head,
    ...judged,
    repositories: all.known.repositories,
    summary: await summarise({ program, components, uses, findings, verdicts, rules, failOn: head.summary.gate.failOn }),
  };
}

// Time and facts, as far as cases are concerned.
import { handleDue } from "../office/on-time.ts";
import { CASES_ON_FACTS, lapseChanged } from "../office/on-facts.ts";
import { officeFor } from "../routes/cases/acting.ts";
import type { JobModule } from "./index.ts";

/** Reminders, what runs out, what goes up. It does what is due, however long nobody looked. */
export const casesOnTime: JobModule = {
  name: "cases-on-time",
  repeat: "* * * * *",
  async run(deps, { signal }) {
    const { handled, setAside } = await handleDue(officeFor(deps), AbortSignal.any([signal, deps.stopping]));
    for (const { id, because } of setAside) deps.log.error({ case: id, because }, "a case could not be handled; it is tried again later");
    return { handled };
  },
};

/** Sent when a result came in, and every night for what came in otherwise. */
export const casesOnFacts: JobModule = {
  name: CASES_ON_FACTS,
  repeat: "23 3 * * *",
  async run(deps, { signal }) {
    return { lapsed: await lapseChanged(officeFor(deps), AbortSignal.any([signal, deps.stopping])) };
  },
};

// In the order in which they run. A line is added at the end; what was released is never changed.
import type { Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";
import { recordAndCases } from "./0001-record-and-cases.ts";
import { people } from "./0002-people.ts";
import { results } from "./0003-results.ts";
import { assignments } from "./0004-assignments.ts";
import { decisionLinks } from "./0005-decision-links.ts";
import { earlyDatabases } from "./0006-early-databases.ts";
import { today } from "./0007-today.ts";
import { reportSchedules } from "./0008-report-schedules.ts";
import { countsApart } from "./0009-counts-apart.ts";
import { placesHeld } from "./0010-places-held.ts";
import { resultsKept } from "./0011-results-kept.ts";

export interface Migration {
  readonly id: string;
  up(tx: Transaction<Tables>): Promise<void>;
}

export const migrations: readonly Migration[] = [
  recordAndCases,
  people,
  results,
  assignments,
  decisionLinks,
  earlyDatabases,
  today,
  reportSchedules,
  countsApart,
  placesHeld,
  resultsKept,
];

// Everything that can be wrong with the database.
import type { ProblemMeaning } from "#kit";

/** Codes of this room: docs/reference/errors.md is made from it. */
export const storeProblems = {
  "database-in-use": {
    means: "Another process has the embedded database of this `ALLMEND_HOME`.",
    remedy: "Stop the other server, give this one a folder of its own (`ALLMEND_HOME`), or a PostgreSQL (`DATABASE_URL`) for both.",
  },
  "database-gone": {
    means: "The database does not answer.",
    remedy: "Check `DATABASE_URL` and that PostgreSQL runs; for the embedded one, the free space of `ALLMEND_HOME`.",
  },
  "database-newer": {
    means: "The database was made by a newer version of Allmend than this one.",
    remedy: "Run that version, or restore the dump from before its upgrade.",
  },
  "bad-cursor": {
    means: "`after` is no place in that list. HTTP 422.",
    remedy: "Send back `next` of the page before, for the same filter.",
  },
  "result-overtaken": {
    means:
      "A result was refused because another one, which brought one of its repositories, failed while it came in. Nothing of it was kept. HTTP 409.",
    remedy: "Send it again.",
  },
  "database-not-empty": {
    means: "A dump was to be restored into a database that holds something.",
    remedy: "Restore into a new one: an empty `ALLMEND_HOME`, or a new PostgreSQL database.",
  },
  "dump-unreadable": {
    means: "What was to be restored is no dump, is cut off, or was changed. Nothing was restored.",
    remedy: "Make it again with `allmend db dump`.",
  },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;

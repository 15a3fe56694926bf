// What ends a command. Exit code 2 where not said otherwise.
import type { ProblemMeaning } from "#kit";

/** Codes of this room: docs/reference/errors.md is made from it. */
export const cliProblems = {
  "path-missing": {
    means: "A file or folder that was named does not exist.",
    remedy: "Correct the path. Paths begin where you stand.",
  },
  "not-one-repository": {
    means: "A command that is for one repository was given a folder with none or several.",
    remedy: "Name the folder of one repository.",
  },
  "not-permitted": {
    means: "A file or folder may not be read or written.",
    remedy: "Change its permissions, or name another.",
  },
  "not-a-folder": {
    means: "A folder was expected, and a file is there.",
    remedy: "Name the folder.",
  },
  "is-a-folder": {
    means: "A file was expected, and a folder is there.",
    remedy: "Name the file.",
  },
  "disk-full": {
    means: "Something could not be written: the disk is full or read-only.",
    remedy: "Make room, or name another place.",
  },
  "no-free-port": {
    means: "npm start found no port for the portal: the one that is asked for and the next ones are taken.",
    remedy: "End what listens there, or name another port with --port.",
  },
  "home-not-writable": {
    means: "The folder for caches and last results cannot be written.",
    remedy: "Set `ALLMEND_HOME` to a folder that can.",
  },
  "unknown-language": {
    means: "There are no words in the language that was asked for.",
    remedy: "Use `en` or `de`.",
  },
  "bad-now": {
    means: "What `--now` gives is no date.",
    remedy: "Write it as 2026-11-23 or 2026-11-23T08:00:00Z.",
  },
  cancelled: {
    means: "A question was left with Ctrl-C; nothing was written.",
    remedy: "Start again, or answer nothing with `--yes`.",
  },
  "program-invalid": {
    means: "The documents of the program have errors; nothing was judged.",
    remedy: "Mend what is listed; `allmend validate` lists it again.",
  },
  "no-server": {
    means: "Something was to be sent to the office on a server, and none is named.",
    remedy: "Set `ALLMEND_SERVER` to its address and `ALLMEND_TOKEN` to a token (`allmend token create`).",
  },
  "import-not-for-server": {
    means: "`import --server` was given something else than decisions: the server takes those alone by themselves.",
    remedy: "Import it beside the program, then `allmend program push`.",
  },
  "bad-server": {
    means: "`ALLMEND_SERVER` is no address of a server, or one to which a token would go unencrypted.",
    remedy: "Write it as `https://office.example`; `http://` only for this machine.",
  },
  "server-away": {
    means: "The office on the server does not answer, or not as an office does.",
    remedy: "Check `ALLMEND_SERVER`, the network, and `/api/health` there.",
  },
  "no-program": {
    means: "There is no program of your own in which something could be kept.",
    remedy: "Write one with `allmend init`.",
  },
  "program-outside": {
    means: "The folder `allmend` in what is scanned is a link that leads outside of it; what is scanned does not say what else is read.",
    remedy: "If the program is yours, name it with `--program`.",
  },
  "bad-source": {
    means: "What was given with `--from` is no folder of repositories and no table, or has errors.",
    remedy: "Give the folder that holds the repositories, or a CSV with a column “product”.",
  },
  "import-unreadable": {
    means: "A file that was to be imported is none of its kind, or is broken.",
    remedy: "Correct the file or the kind; `allmend import --help` says where such files come from.",
  },
  "no-vulnerability-data": {
    means: "A vulnerability was asked for, and nothing about vulnerabilities was imported before the last run.",
    remedy: "`allmend import osv all.zip`, scan again, then ask.",
  },
  "unknown-supplier": {
    means: "A supplier or what is bought from it is named that registers/suppliers.yaml does not know.",
    remedy: "Add it there, or correct the name.",
  },
  "delivery-not-readable": {
    means: "What a supplier sent is no bill of materials that can be read.",
    remedy: "Ask for one in CycloneDX (JSON, XML) or SPDX (JSON, YAML, tag-value).",
  },
  "delivery-step-refused": {
    means: "A delivery does not take the step that was asked for.",
    remedy: "Take the step before it, or give the reason that it needs.",
  },
  "unknown-delivery-state": {
    means: "A state was named that a person does not give to a delivery.",
    remedy: "Use one of those that the message lists.",
  },
  "delivery-without-item": {
    means: "A delivery was to be imported, and nobody says from whom, or what.",
    remedy: "Add `--supplier`, `--item` and `--release`.",
  },
  "unknown-vex-status": {
    means: "An answer to a vulnerability has a status that does not exist.",
    remedy: "Use `not-affected`, `affected`, `fixed` or `under-investigation`.",
  },
  "vex-without-reason": {
    means: "Somebody says that something is not affected, and not why.",
    remedy: "Add `--justification` or `--because`.",
  },
  "import-ours-unknown": {
    means: "A list of change requests was taken, and nothing says which of them are ours.",
    remedy: "Fill `forges` in organization.yaml, or give people's no-reply addresses in affiliations.yaml, and import a fresh list.",
  },
  "import-empty": {
    means: "Nothing in an imported file could be taken; nothing was written.",
    remedy: "Look at the first reason; perhaps the file is of another kind.",
  },
  "two-tables": {
    means: "More than one table of products was given.",
    remedy: "Join them, or give one.",
  },
  "unknown-format": {
    means: "A single file that was given is no lockfile, manifest or SBOM that is known.",
    remedy: "`docs/reference/formats.md` lists what is read.",
  },
  "no-such-id": {
    means: "Nothing in the last result has that id.",
    remedy: "Take an id from the report or from `result.json`; `allmend why --orphans` lists where the chain breaks.",
  },
  "no-result": {
    means: "There is no result to answer from yet.",
    remedy: "Run `allmend scan PATH` first.",
  },
  "option-needs-path": {
    means: "An option says how repositories are read, and `report` was given none to read.",
    remedy: "Name a PATH, or leave the option away: without a PATH the last result answers as it is.",
  },
  "bad-answer": {
    means: "What `check --answer` gives names no field of the request.",
    remedy: "Write it as `--answer field=text`; `GET /api/cases/kinds` lists the fields.",
  },
  "bad-purl": {
    means: "A question is no package URL.",
    remedy: "Write it as pkg:npm/name@1.2.3 or pkg:maven/group/artifact@1.0.",
  },
  "bad-range": {
    means: "A question is no package URL with a range of versions.",
    remedy: "Write it as pkg:npm/name@<2.0.0.",
  },
  "bad-license": {
    means: "What `--license` gives is no licence that can be read.",
    remedy: "Write an SPDX expression, such as MIT OR GPL-3.0-only.",
  },
  "unknown-repository": {
    means: "The last result knows no such repository.",
    remedy: "Take a name that it knows; the message lists some.",
  },
  "unknown-product": {
    means: "There is no such product.",
    remedy: "Take one of organization.yaml; the message lists them.",
  },
  "unknown-attestation": {
    means: "No rule of the program asks for what was to be recorded.",
    remedy: 'Write the id as the message suggests; it stands in the rule as `attested("ID")`.',
  },
  "record-without-subject": {
    means: "What was to be recorded is about a repository or a product, and none is named.",
    remedy: "Name it with `--about`.",
  },
  "no-browser": {
    means: "A PDF is printed by a browser, and none was found on this machine.",
    remedy: "Write the report with `--format html` and print it from a browser, or name a Chromium, Chrome or Edge in `ALLMEND_BROWSER`.",
  },
  "browser-failed": {
    means: "The browser could not print the page.",
    remedy: "Write the report with `--format html` and print it from a browser, or name another one in `ALLMEND_BROWSER`.",
  },
  "report-needs-output": {
    means: "A PDF is no text, and a terminal would get it; or a report is a folder of files, and none is named.",
    remedy: "Say where it goes with `--output`.",
  },
  "unknown-policy": {
    means: "Somebody acknowledges a policy that the program does not have.",
    remedy: "Name one of the areas that the message lists.",
  },
  "unknown-report": {
    means: "A report is put on record that nobody can write here.",
    remedy: "Name one of the reports that the message lists.",
  },
  "unknown-framework": {
    means: "A report is asked about a framework that neither Allmend nor the program has.",
    remedy: "Take one of those that the message lists, or describe your own in `frameworks/<id>.yaml`.",
  },
  "output-not-empty": {
    means: "The folder for a site holds files that no site left there; they could be somebody's.",
    remedy: "Name an empty folder, or one that a site was written to before.",
  },
  "not-a-result": {
    means: "A file that was given as an earlier result is none, or is one of another version.",
    remedy: "Name a `result.json` that this version wrote (`allmend scan --json`).",
  },
  "unknown-report-format": {
    means: "A report is not written in the form that was asked for.",
    remedy: "Use one of those that the message lists.",
  },
  "report-without-product": {
    means: "A report is about one product, and there are several.",
    remedy: "Name it with `--product`.",
  },
  "bad-matrix": {
    means: "What was given as a matrix of licence pairs cannot be read as one.",
    remedy: "Give OSADL's matrixseqexpl.json, its matrix.json, or its CSV.",
  },
  "record-incomplete": {
    means: "A record lacks what it must have: evidence that something was done, or the reason why it does not apply.",
    remedy: "Add `--evidence`, or `--state not-applicable --because`.",
  },
  "unknown-obligation": {
    means: "No licence asks for what was to be recorded.",
    remedy: "Take one of the kinds that the message lists.",
  },
  "unknown-release-state": {
    means: "A step of a release does not say to which state, or to one that does not exist.",
    remedy: "Add `--to` with one of the states that the message lists.",
  },
  "bad-artifact": {
    means: "An artefact of a release is not written as KIND=FILE, or does not say from which inventory it was made.",
    remedy: "Make it with `allmend report` and name it as `--artifact notices=FILE`.",
  },
  "release-refused": {
    means: "A release cannot take the step: something is open, or what was made is not what was frozen.",
    remedy: "Do what the message says, scan again, and take the step again.",
  },
  "unknown-team": {
    means: "There is no such team.",
    remedy: "Take one of organization.yaml; the message lists them.",
  },
  "survey-subject": {
    means: "A questionnaire was asked for about something that it is not about.",
    remedy: "Say `--about organization` or `--about team:ID` for the one on culture.",
  },
  "bad-result": {
    means: "What a deployment's `--result` says is no result.",
    remedy: "Say success or failure.",
  },
  "devlake-year": {
    means: "`--compatible devlake` was asked for a year whose bands DevLake does not have.",
    remedy: "Use `--year 2021` or `--year 2023`.",
  },
  "work-needs-postgresql": {
    means: "A worker was started without a PostgreSQL that it could share with a server.",
    remedy: "Set `DATABASE_URL`; embedded, `allmend serve` does the work itself.",
  },
  "argument-missing": {
    means: "A command lacks something that it needs.",
    remedy: "The message shows an example; `--help` lists everything.",
  },
  "git-failed": {
    means: "The example organisation could not be set up: git failed. Exit code 3.",
    remedy: "The message holds what git said.",
  },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
export type CliProblemCode = keyof typeof cliProblems;

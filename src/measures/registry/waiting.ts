// What each measure waits for that this version does not compute: no gap in the table without its reason.

const REQUESTS = "needs requests with their moments: the server keeps them, files hold decisions only";
const RESULTS = "needs the findings of many runs: the server keeps them, a single run knows today";
const FORGE = "needs the forge: a clone holds commits, and neither issues nor reviews";

export const waiting: Readonly<Record<string, string>> = {
  "consumption.alternatives-chosen": "needs which alternative was chosen, of every choice: the register of the catalogue tells it in prose",
  "consumption.cost-avoided":
    "needs replacement costs and what people and support cost: nobody's files hold them, and a guess would be no figure",
  "consumption.time-to-remediate": RESULTS,
  "flow.process-overhead": REQUESTS,
  "flow.bypass-rate": REQUESTS,
  "contribution.by-type": FORGE,
  "contribution.internal-delta":
    "needs lines compared between our forks and their upstream: histories are read without lines, which would take many times as long",
  "contribution.upstream-time": "needs hours by team: no clone and no register holds them",
  "project.time-to-first-response": FORGE,
  "project.graduation-rate": "needs when projects entered incubation and how they left it: the server's publishing cases keep it",
  "compliance.complete-releases":
    "needs the archive of what left the house over a year: the server keeps it; each release checks itself (allmend record release)",
  "compliance.violations": RESULTS,
  "compliance.conformance-materials": "needs the 25 materials of ISO/IEC 5230 with their reviews on record",
  "compliance.competence-coverage":
    "needs roles with assessed evidence of competence: the register of training names courses, not assessments",
  "compliance.suppliers-with-sbom":
    "needs deliveries of every supplier over time; what came, and what it lacks, stands in the report on suppliers",
  "compliance.reporting-deadlines-met": REQUESTS,
  "culture.support": REQUESTS,
  "executive.reports-in-time": "needs reports with the day on which they were sent and acknowledged: the server keeps them",
  "executive.foundation-benefit": "needs the yearly review of benefits on record",
  "executive.maturity": "needs answers to the items of the models: no file holds them yet",
};

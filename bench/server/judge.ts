// A worker in a process of its own: a policy changes, and everything in the database is judged anew. Twice: a change that touches few uses, then one that denies a quarter.
import { judgeAll, openDatabase } from "#store";
import { NOW, type Size, worldProgram } from "./world.ts";

const [url = "", size = "", change = ""] = process.argv.slice(2);
const program = await worldProgram(JSON.parse(size) as Size);
const changed = change === "many" ? manyDenied() : fewWarned();
const database = await openDatabase({ url });
const start = performance.now();
const judged = await judgeAll(database.sql, { program: changed, at: new Date(NOW), why: "program" });
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage();
process.stdout.write(
  JSON.stringify({ ...judged, seconds, processor: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }),
);
await database.close();

function fewWarned(): typeof program {
  const policies = program.policies.map((policy) => ({
    ...policy,
    rules: policy.rules.map((rule) => (/network|strong/.test(rule.id) ? { ...rule, decide: "warn" as const } : rule)),
  }));
  return { ...program, policies };
}

function manyDenied(): typeof program {
  const category = { license: "Apache-2.0", strength: "network" as const, position: program.organization.position };
  return { ...program, licenses: { ...program.licenses, categories: [category, ...program.licenses.categories] } };
}

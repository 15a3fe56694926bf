// npm start [-- PATH]: sets up, scans, prints the summary, writes result and report, opens the portal with the scan in it (--report: the report alone).
import { join } from "node:path";
import { root, runNode } from "./node24.mjs";
import { setUp } from "./setup.mjs";

setUp();
const args = process.argv.slice(2);
// What came with the installation builds it; without it there is the report.
if (!args.includes("--report") && !args.includes("--no-serve")) {
  const { buildPortal } = await import("./portal.mjs");
  await buildPortal();
}
process.exitCode = await runNode([join(root, "bin", "allmend.mjs"), "start", ...args]);

// npm start [-- PATH]: sets up, scans, prints the summary, writes result and report, serves the report.
import { join } from "node:path";
import { root, runNode } from "./node24.mjs";
import { setUp } from "./setup.mjs";

setUp();
process.exitCode = await runNode([join(root, "bin", "allmend.mjs"), "start", ...process.argv.slice(2)]);

// npm run bench -- [name …]: measurements, side by side, as ratios. No test depends on them.
import { join } from "node:path";
import { root, runNode } from "./node24.mjs";
import { setUp } from "./setup.mjs";

setUp();
process.exitCode = await runNode([join(root, "bench", "main.ts"), ...process.argv.slice(2)]);

// Preloaded into a run of the command (`node --import`): writes the paths of all modules that were loaded into the file that ALLMEND_MODULES names.
import { writeFileSync } from "node:fs";
import { registerHooks } from "node:module";

const loaded: string[] = [];

registerHooks({
  load(url, context, next) {
    loaded.push(url);
    return next(url, context);
  },
});

process.on("exit", () => writeFileSync(process.env["ALLMEND_MODULES"] ?? "/dev/null", loaded.join("\n")));

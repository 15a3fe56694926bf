// How near the readers are to known answers: every section of bench/accuracy on its own.
import { readdirSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "accuracy");

export async function run(): Promise<void> {
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .sort()) {
    const section = (await import(join(folder, file))) as { run(): Promise<void> };
    await section.run();
    process.stdout.write("\n");
  }
}

// npm run bench -- [name …]: runs bench/<name>.bench.ts, all of them without a name. Each prints its own table.
import { readdirSync } from "node:fs";

const wanted = process.argv.slice(2);
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".bench.ts"))
  .map((file) => file.slice(0, -".bench.ts".length));

for (const name of wanted.length > 0 ? wanted : names) {
  if (!names.includes(name)) {
    process.stderr.write(`no benchmark is called ${name}; there are: ${names.join(", ")}\n`);
    process.exitCode = 2;
    continue;
  }
  process.stdout.write(`\n## ${name}\n\n`);
  const { run } = (await import(`./${name}.bench.ts`)) as { run(): Promise<void> };
  await run();
}

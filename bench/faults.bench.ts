// kill -9 of server and worker while people ask and decide: what was lost, what was done twice, how long until it answers again.
import { startPostgres } from "#store/testing";
import { type FaultReport, killOften } from "../src/server/testing/faults.ts";

const KILLS = Number(process.env["KILLS"] ?? 200);

export async function run(): Promise<void> {
  const rows = [
    "| database | kills | opened | decided | by a board | uploaded | lost | twice | flaws of the chain | lines | restart p50 | p95 | most |",
    "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
  ];
  const onKill = (number: number) => number % 20 === 0 && process.stderr.write(`${number} `);
  rows.push(row("PGlite", await killOften({ kills: KILLS, clients: 4, onKill })));
  const postgres = await startPostgres();
  rows.push(
    row(
      "PostgreSQL, with a worker",
      await killOften({ kills: KILLS, clients: 8, url: await postgres.newDatabase(), worker: true, onKill }),
    ),
  );
  await postgres.stop();
  process.stdout.write(`\n${rows.join("\n")}\n`);
}

function row(name: string, { kills, opened, decided, byBoard, uploaded, lost, twice, flaws, lines, restarts }: FaultReport): string {
  const at = (share: number) => `${restarts[Math.min(restarts.length - 1, Math.floor(restarts.length * share))] ?? 0} ms`;
  return `| ${[name, kills, opened, decided, byBoard, uploaded, lost.length, twice.length, flaws.length, lines, at(0.5), at(0.95), at(1)].join(" | ")} |`;
}

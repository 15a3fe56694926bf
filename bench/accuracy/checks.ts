// Checks beside the published test cases of the projects whose definitions they follow. Where an answer differs, docs/handbook/checks.md says why.
import { dcoApp } from "./published/dco-app.ts";
import { print } from "./published/mirror.ts";
import { repolinter } from "./published/repolinter.ts";
import { scorecard } from "./published/scorecard.ts";

export async function run(): Promise<void> {
  for (const [title, compare] of [
    ["Checks: OpenSSF Scorecard's test cases", scorecard],
    ["Checks: repolinter's default rules over real repositories", repolinter],
    ["Checks: the DCO app's test cases", dcoApp],
  ] as const) {
    const found = await compare();
    if (found) print(title, found);
    else process.stdout.write(`### ${title}\n\nskipped: no copy of that project beside the checkout (ALLMEND_MIRROR)\n`);
    process.stdout.write("\n");
  }
}

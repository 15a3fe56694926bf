import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Those that take more than half a minute: begun last, one of them would keep everybody waiting while the other processor rests. */
const LONG = ["portal/pages", "handbook", "kill", "outputs", "portal/requests", "report-pages", "cases/own", "command-line"];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    // Long enough for a machine that is busy with other things: what must be quick says so itself.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // A page shows what somebody did when the machine gets to it.
    expect: { poll: { timeout: 30_000, interval: 50 } },
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    // What lies in the caches of this machine must not change what tests see.
    env: { ALLMEND_CACHES: "none" },
    projects: [
      // Tests of the rooms leave the process as they found it: files that share one load what they share once.
      { extends: true, test: { name: "rooms", include: ["src/**/*.test.ts", "look/**/*.test.ts"], isolate: false } },
      { extends: true, test: { name: "whole", include: ["test/**/*.test.ts"] } },
    ],
  },
});

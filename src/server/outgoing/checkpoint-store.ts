// Checkpoints on another machine: each is put to an address of its own, so that a store that writes once can refuse to have one changed.
import { AllmendError } from "#kit";
import type { CheckpointSink } from "#store";
import type { ServerConfig } from "../config.ts";
import { call } from "./call.ts";

const WITHIN = 20_000;

/** Below `address`: `<number of the line>.json`. A store that has it already (409, 412) has what it needs. */
export function checkpointStore(
  { address, token }: NonNullable<ServerConfig["checkpointsTo"]>,
  trusted: ReadonlySet<string>,
): CheckpointSink {
  const base = new URL(address.href.endsWith("/") ? address : `${address.href}/`);
  return {
    async write(checkpoint) {
      const { status } = await call(new URL(`${String(checkpoint.sequence).padStart(12, "0")}.json`, base), {
        method: "PUT",
        // One line each: put together in their order they are the file that `db verify` reads.
        body: `${JSON.stringify(checkpoint)}\n`,
        headers: { "content-type": "application/json", ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
        within: WITHIN,
        atMost: 64 * 1024,
        trusted,
      });
      const isKept = (status >= 200 && status < 300) || status === 409 || status === 412;
      if (!isKept)
        throw new AllmendError("checkpoint-refused", "upstream", `${base.host} did not take a checkpoint: it answered ${status}`);
    },
  };
}

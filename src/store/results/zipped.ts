// Documents that are kept whole and read whole.
import { gunzipSync, gzipSync } from "node:zlib";

export function zipped(value: unknown): Buffer {
  return gzipSync(JSON.stringify(value));
}

export function unzipped(bytes: Uint8Array): unknown {
  return JSON.parse(gunzipSync(bytes).toString("utf8"));
}

// Debian's licensecheck, to put beside our own answers. Install it with `apt-get install licensecheck`.
import { spawnSync } from "node:child_process";

export interface Licensecheck {
  /** SPDX ids joined by "and/or", in the order of the paths; empty where nothing was found. */
  readonly answers: readonly string[];
  /** Milliseconds of one core. */
  readonly ms: number;
}

export function hasLicensecheck(): boolean {
  return spawnSync("licensecheck", ["--version"]).status === 0;
}

/** Undefined where it is not installed. */
export function runLicensecheck(paths: readonly string[], options: readonly string[] = []): Licensecheck | undefined {
  if (!hasLicensecheck()) return undefined;
  const script = `licensecheck -m --shortname-scheme=spdx ${options.join(" ")} "$@"; times`;
  const { stdout } = spawnSync("bash", ["-c", script, "bash", ...paths], { encoding: "utf8", maxBuffer: 1 << 28 });
  const lines = stdout.trim().split("\n");
  // The last line of bash's `times`: what its children used, "1m2.345s 0m0.100s".
  const used = [...(lines.pop() ?? "").matchAll(/(\d+)m([\d.]+)s/g)];
  const seconds = used.reduce((sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest), 0);
  const found = new Map(lines.map((line) => [line.slice(0, line.indexOf("\t")), line.slice(line.indexOf("\t") + 1)] as const));
  const answers = paths.map((path) => (found.get(path) ?? "").replace(/UNKNOWN/g, "").replace(/\bExpat\b/g, "MIT"));
  return { answers, ms: seconds * 1000 };
}

// record release VERSION --to STATE: the next step of a product's release. What its guard asks is taken from the last result, never typed in.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { AllmendError, sha256 } from "#kit";
import {
  type ArtifactKind,
  artifactKinds,
  isRefusal,
  nextRelease,
  type Program,
  type Refusal,
  type ReleaseArtifact,
  releaseOf,
  releaseStates,
  type ReleaseState,
} from "#program";
import { inventoryNamedIn, releaseFigures } from "#scan";
import { userPath } from "../environment.ts";
import { lastResult } from "../run-scan.ts";
import { productSubject, type RecordKind } from "./kind.ts";

export const release: RecordKind = {
  id: "release",
  async say(version, flags, program, now) {
    const subject = productSubject(flags.about, "release", program);
    const product = subject.slice("product:".length);
    const to = stateOf(flags.to);
    const { archive, because } = flags;
    const data = {
      to,
      ...(to === "planned" ? {} : await figuresOf(product, version, program)),
      ...(flags.artifact ? { artifacts: await Promise.all(flags.artifact.map(artifactOf)) } : {}),
      ...(archive === undefined ? {} : { archive }),
      ...(because === undefined ? {} : { because }),
    };
    const next = nextRelease(releaseOf(program.records, product, version, now), { data, at: now, by: flags.by });
    if (isRefusal(next)) throw refused(version, product, next);
    return { subject, data };
  },
};

function stateOf(to: string | undefined): ReleaseState {
  const state = releaseStates.find((one) => one === to);
  if (state) return state;
  throw new AllmendError("unknown-release-state", "input", to === undefined ? "nobody says to which state" : `there is no state "${to}"`, {
    hint: `Add --to with one of: ${releaseStates.join(", ")}.`,
  });
}

/** From the last result: by the same program, or its findings would be those of other rules. */
async function figuresOf(product: string, version: string, program: Program): Promise<ReturnType<typeof releaseFigures>> {
  const result = await lastResult();
  if (!result || !result.program.organization.products.some(({ id }) => id === product)) {
    throw new AllmendError("no-result", "not-found", `there is no result for ${product} to take the step from`, {
      hint: 'Run "allmend scan PATH" with this program first.',
    });
  }
  return releaseFigures({ ...result, program: { ...result.program, records: program.records } }, product, version);
}

/** `notices=portal.notices.html`: its hash, and the inventory that it says it was made from. */
async function artifactOf(given: string): Promise<ReleaseArtifact> {
  const at = given.indexOf("=");
  const kind = artifactKinds.find((one) => one === given.slice(0, Math.max(0, at)));
  if (!kind) {
    throw new AllmendError("bad-artifact", "input", `"${given}" is no artefact`, {
      hint: `Write it as KIND=FILE; kinds are ${artifactKinds.join(", ")}.`,
    });
  }
  return artifactIn(kind, userPath(given.slice(at + 1)));
}

async function artifactIn(kind: ArtifactKind, path: string): Promise<ReleaseArtifact> {
  const bytes = await readFile(path);
  const inventory = inventoryNamedIn(bytes);
  if (inventory === undefined) {
    throw new AllmendError("bad-artifact", "input", `${basename(path)} does not say from which inventory it was made`, {
      hint: `Make it with "allmend report ${kind} --product ID --output FILE".`,
    });
  }
  return { kind, file: basename(path), sha256: sha256(bytes), inventory };
}

function refused(version: string, product: string, { refused: reason, message }: Refusal): AllmendError {
  return new AllmendError("release-refused", "not-allowed", `${version} of ${product} does not go on: ${message}`, {
    hint:
      hints[reason] ??
      `"allmend report compliance --product ${product}" names what is open. The last result counts: run "allmend scan" again once it is mended.`,
  });
}

const hints: Readonly<Partial<Record<Refusal["refused"], string>>> = {
  order: "docs/handbook/a-release.md shows the way of a release.",
  "no-reason": "Add --because TEXT.",
  "inventory-changed":
    'Add --to planned --because TEXT, then --to frozen. The last result counts: run "allmend scan" first if it is older than what ships.',
  "artifact-missing": 'Make them with "allmend report", and add --artifact KIND=FILE for each.',
  "artifact-differs": 'Make it anew with "allmend report" from the result that was frozen, or find out who changed the file.',
  "no-archive": "Add --archive PLACE.",
  "time-goes-back": "Say it with a later --now, or look at the clock of this machine.",
};

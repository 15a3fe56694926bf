// The states of a release as a pure transition: a release and a step in, the release after it or the reason why not out.
// planned → frozen → resolved → made → verified → shipped → archived; back to planned, with a reason, as long as it has not shipped.
import { type Refusal, type RefusalReason, type Release, releaseStates, type ReleaseState, type ReleaseStep } from "./types.ts";

export function plannedRelease(product: string, version: string): Release {
  return { product, version, state: "planned", artifacts: [], steps: [] };
}

/** The release after the step, or why it is not taken. Never changes what it is given. */
export function advance(release: Release, step: ReleaseStep): Release | Refusal {
  if (step.to === "planned") return reopened(release, step);
  const expected = releaseStates[releaseStates.indexOf(release.state) + 1];
  if (step.to !== expected) {
    const values = { from: release.state, next: expected ?? "–", to: step.to };
    return refuse("order", `from ${release.state} the next step is ${expected ?? "none: it is archived"}, not ${step.to}`, values);
  }
  return guards[step.to](release, step) ?? taken(release, step);
}

export function isRefusal(result: Release | Refusal): result is Refusal {
  return "refused" in result;
}

function taken(release: Release, step: ReleaseStep): Release {
  return {
    ...release,
    state: step.to,
    ...(step.to === "frozen" && step.inventory !== undefined ? { inventory: step.inventory } : {}),
    artifacts: step.to === "made" ? [...(step.artifacts ?? [])] : release.artifacts,
    ...(step.archive === undefined ? {} : { archive: step.archive }),
    steps: [...release.steps, step],
  };
}

/** What was frozen and made falls away: it was for another inventory. */
function reopened(release: Release, step: ReleaseStep): Release | Refusal {
  const { product, version, state, steps } = release;
  if (state === "shipped" || state === "archived")
    return refuse("order", `it has ${state === "shipped" ? "shipped" : "been archived"}: plan another version`, {
      from: state,
      next: state === "shipped" ? "archived" : "–",
      to: step.to,
    });
  if (steps.length > 0 && step.because === undefined) return refuse("no-reason", "going back to planned needs a reason");
  return { ...plannedRelease(product, version), steps: [...steps, step] };
}

type Guard = (release: Release, step: ReleaseStep) => Refusal | undefined;

const guards: Readonly<Record<Exclude<ReleaseState, "planned">, Guard>> = {
  frozen: (_release, { inventory }) => (inventory === undefined ? refuse("no-inventory", "there is no inventory to freeze") : undefined),
  resolved: (release, step) => {
    const open = step.findingsOpen ?? 1;
    const unknown = step.unknownLicenses ?? 1;
    if (open > 0)
      return refuse("findings-open", `${open} ${open === 1 ? "finding is" : "findings are"} open: resolve them, or ask for an exception`, {
        open,
      });
    if (unknown > 0)
      return refuse(
        "unknown-licences",
        `the licence of ${unknown} ${unknown === 1 ? "component is" : "components are"} not known: find it out and conclude it in licenses.yaml`,
        { open: unknown },
      );
    return changed(release, step);
  },
  made: (release, { artifacts = [] }) => {
    const missing = (["notices", "sbom"] as const).filter((kind) => !artifacts.some((artifact) => artifact.kind === kind));
    if (missing.length > 0)
      return refuse("artifact-missing", `${missing.join(" and ")} must be among the artefacts`, { missing: missing.join(", ") });
    return madeFromOther(release, artifacts);
  },
  verified: (release, { artifacts = [] }) => {
    const differing = release.artifacts.find((made) => !artifacts.some((seen) => seen.kind === made.kind && seen.sha256 === made.sha256));
    if (differing)
      return refuse("artifact-differs", `${differing.file} (${differing.kind}) is not there any more as it was made`, {
        file: differing.file,
      });
    return madeFromOther(release, artifacts);
  },
  shipped: (_release, { obligationsOpen }) => {
    const open = obligationsOpen ?? 1;
    return open > 0
      ? refuse(
          "obligations-open",
          `${open} ${open === 1 ? "obligation is" : "obligations are"} open: what a licensor asks cannot be waived`,
          { open },
        )
      : undefined;
  },
  archived: (_release, { archive }) => (archive === undefined ? refuse("no-archive", "nobody says where it is kept") : undefined),
};

function changed(release: Release, { inventory }: ReleaseStep): Refusal | undefined {
  return inventory === release.inventory
    ? undefined
    : refuse("inventory-changed", "the inventory is not the one that was frozen: go back to planned, and freeze again");
}

function madeFromOther(release: Release, artifacts: readonly { readonly file: string; readonly inventory: string }[]): Refusal | undefined {
  const other = artifacts.find((artifact) => artifact.inventory !== release.inventory);
  return other && refuse("artifact-differs", `${other.file} was not made from the inventory that was frozen`, { file: other.file });
}

function refuse(refused: RefusalReason, message: string, values?: Refusal["values"]): Refusal {
  return { refused, message, ...(values ? { values } : {}) };
}

// `uses:` of GitHub Actions (https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsuses): an action, a workflow, an image, or a folder of ours.
import { gitSource, isCommit } from "./addresses.ts";
import { imageOf } from "./image.ts";
import type { LockedPackage } from "../types.ts";

/** No action has a longer name. */
const MAX_LENGTH = 1_000;

/** What one `uses` names. */
export type ActionUse =
  | { readonly kind: "package"; readonly identity: Omit<LockedPackage, "key" | "scope"> }
  | { readonly kind: "local"; readonly path: string }
  | { readonly kind: "unknown" };

/** Reads one `uses`. Only a full commit id pins an action: tags and branches move. */
export function actionUse(written: string): ActionUse {
  const text = written.trim();
  if (text.length > MAX_LENGTH) return { kind: "unknown" };
  if (text.startsWith("./") || text.startsWith("../")) return { kind: "local", path: text.replace(/@.*$/, "") };
  if (/^docker:\/\//i.test(text)) return imageUse(text.slice("docker://".length));
  // Forgejo and Gitea name actions of other hosts by their whole address.
  const remote = /^https?:\/\/([^/\s]+)\/(.+)$/i.exec(text);
  return actionOf(remote?.[2] ?? text, remote?.[1]?.toLowerCase() ?? "github.com");
}

/** Reads the name of an image. */
export function imageUse(reference: string): ActionUse {
  const image = imageOf(reference);
  return image ? { kind: "package", identity: image } : { kind: "unknown" };
}

function actionOf(text: string, host: string): ActionUse {
  const at = text.indexOf("@");
  const reference = at < 0 ? "" : text.slice(at + 1);
  const [owner = "", name = "", ...inside] = (at < 0 ? text : text.slice(0, at)).split("/");
  if (![owner, name].every((part) => /^[\w.-]+$/.test(part)) || /\s|\$\{\{/.test(text)) return { kind: "unknown" };
  const subpath = inside.filter((part) => part !== "").join("/");
  return {
    kind: "package",
    identity: {
      type: "githubactions",
      namespace: owner,
      name,
      version: reference,
      ...(reference === "" || isCommit(reference) ? {} : { range: reference }),
      ...(subpath === "" ? {} : { subpath }),
      ...(host === "github.com" ? {} : { qualifiers: { repository_url: `https://${host}/${owner}/${name}` } }),
      ...(isCommit(reference) || host !== "github.com" ? { source: gitSource(`https://${host}/${owner}/${name}`, reference) } : {}),
    },
  };
}

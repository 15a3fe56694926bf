// action.yml: what an action of our own uses in turn (https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax).
import { ActionUses } from "../shared/action-uses.ts";
import { asObject, field, textField } from "../shared/data.ts";
import { folderOf } from "../shared/paths.ts";
import { addSteps } from "../github-workflow/github-workflow.ts";
import { parseYaml } from "../shared/yaml.ts";
import { type LockfileFormat, type OwnPackage, type Reading, type SourceFile, Unreadable } from "../types.ts";

export const githubAction: LockfileFormat = {
  id: "github-action",
  ecosystem: "githubactions",
  kind: "manifest",
  names: ["action.yml", "action.yaml"],
  matches: (path) => /(?:^|\/)action\.ya?ml$/.test(path),
  read: readAction,
};

function readAction(file: SourceFile): Reading {
  const document = parseYaml(file.text);
  if (document.value !== null && !asObject(document.value)) throw new Unreadable("Not an action: it is no mapping", 1, "runs");
  const runs = field(document.value, "runs");
  // Files of this name exist in other worlds too; without `runs` it is none of ours to judge.
  if (!asObject(runs)) return { packages: [] };
  const uses = new ActionUses(file.path);
  if (textField(runs, "using") === "composite") addSteps(uses, document, runs);
  const image = textField(runs, "image");
  if (image?.startsWith("docker://")) uses.uses(image, document.lineOf(runs, "image"));
  const reading = uses.reading();
  const folder = folderOf(file.path);
  const own: OwnPackage = { type: "githubactions", name: `./${folder}`, dependsOn: reading.packages.map((entry) => entry.key) };
  return { ...reading, own: [own, ...(reading.own ?? [])] };
}

// .github/workflows/*.yml: the actions, reusable workflows and images of a workflow (https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax).
import { ActionUses } from "../shared/action-uses.ts";
import { imageUse } from "../shared/action-use.ts";
import { arrayField, asObject, asText, entriesOf, field, type Positioned, textField } from "../shared/data.ts";
import { parseYaml } from "../shared/yaml.ts";
import { type LockfileFormat, type Reading, type SourceFile, Unreadable } from "../types.ts";

export const githubWorkflow: LockfileFormat = {
  id: "github-workflow",
  ecosystem: "githubactions",
  kind: "manifest",
  // Forgejo and Gitea read the same files from folders of their own.
  matches: (path) => /(?:^|\/)\.(?:github|forgejo|gitea)\/workflows\/[^/]+\.ya?ml$/.test(path),
  read: readWorkflow,
};

function readWorkflow(file: SourceFile): Reading {
  const document = parseYaml(file.text);
  const { value, lineOf } = document;
  if (value !== null && !asObject(value)) throw new Unreadable("Not a workflow: it is no mapping", 1, "jobs");
  const uses = new ActionUses(file.path);
  for (const [, job] of entriesOf(field(value, "jobs"))) {
    const workflow = textField(job, "uses");
    if (workflow !== undefined) uses.uses(workflow, lineOf(job, "uses"));
    addImage(uses, document, job, "container");
    for (const [name] of entriesOf(field(job, "services"))) addImage(uses, document, field(job, "services"), name);
    addSteps(uses, document, job);
  }
  return uses.reading();
}

/** The `uses` of the steps that a job or a composite action holds. */
export function addSteps(uses: ActionUses, document: Positioned, holder: unknown): void {
  for (const step of arrayField(holder, "steps") ?? []) {
    const written = textField(step, "uses");
    if (written !== undefined) uses.uses(written, document.lineOf(step, "uses"));
  }
}

/** `container: node:20`, or `container: {image: node:20}`. */
function addImage(uses: ActionUses, document: Positioned, holder: unknown, key: string): void {
  const value = field(holder, key);
  const written = asText(value) ?? textField(value, "image");
  if (!written) return;
  uses.add(imageUse(written.replace(/^docker:\/\//, "")), written, document.lineOf(value, "image") ?? document.lineOf(holder, key));
}

// Who owns the code: CODEOWNERS as GitHub and GitLab read it, and who maintains it.
import { type CodeOwners, codeOwnersFile, parseCodeOwners } from "../shared/code-owners.ts";
import { peopleIn } from "../shared/maintainers.ts";
import type { Entry, FileIndex } from "../shared/file-index.ts";
import type { Answers, Check } from "../types.ts";

export const codeowners: Check = {
  id: "codeowners",
  facts: ["hasCodeowners", "codeownersPath", "codeownersValid", "codeowners", "codeownerTeams", "maintainers"],
  async collect(files, answers) {
    const file = codeOwnersFile(files);
    answers.set("hasCodeowners", file !== undefined, file && { path: file.path });
    const text = await files.text(file, 3 * 1024 * 1024); // GitHub reads no larger one
    const owners = text === undefined ? undefined : parseCodeOwners(text);
    if (file && owners) answerOwners(file, owners, answers);
    await answerMaintainers(files, file, owners, answers);
  },
};

function answerOwners(file: Entry, owners: CodeOwners, answers: Answers): void {
  const { path } = file;
  // A team is nobody whom a history knows: with one among them it stays open who is at work.
  answers.owners([...owners.people, ...owners.teams]);
  answers.set("codeownersPath", path, { path });
  const wrong = owners.wrong.map(({ line, why }) => ({ path, line, note: why }));
  answers.set("codeownersValid", owners.rules > 0 && wrong.length === 0, ...(wrong.length > 0 ? wrong : [{ path }]));
  answers.set("codeowners", owners.people.size + owners.teams.size, { path });
  answers.set("codeownerTeams", owners.teams.size, { path });
}

/** The largest number of people that one of the files names: the files often name the same people in different ways. */
async function answerMaintainers(
  files: FileIndex,
  codeownersAt: Entry | undefined,
  owners: CodeOwners | undefined,
  answers: Answers,
): Promise<void> {
  let best = owners?.people.size;
  let path = codeownersAt?.path;
  for (const file of [files.document(/^maintainers(?:[-_.]|$)/i), files.document(/^owners(?:[-_.]|$)/i, [""])]) {
    const text = await files.text(file);
    const count = text === undefined ? undefined : peopleIn(text);
    if (file && count !== undefined && count > (best ?? -1)) {
      best = count;
      path = file.path;
    }
  }
  // A team may hold any number of people: with one it stays open whether there are two.
  if (best === undefined || path === undefined || (best < 2 && (owners?.teams.size ?? 0) > 0)) return;
  answers.set("maintainers", best, { path });
}

// compose.yaml: the images that services run (https://github.com/compose-spec/compose-spec/blob/main/05-services.md). What a service builds itself is ours.
import { asObject, entriesOf, field, textField } from "../shared/data.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { imageOf, isForDevelopers } from "../shared/image.ts";
import { Keys } from "../shared/keys.ts";
import { nameOf } from "../shared/paths.ts";
import { substitute } from "../shared/substitute.ts";
import { parseYamlDocuments } from "../shared/yaml.ts";
import { type LockedPackage, type LockfileFormat, type Reading, type SourceFile, Unreadable } from "../types.ts";

export const dockerCompose: LockfileFormat = {
  id: "docker-compose",
  ecosystem: "docker",
  kind: "manifest",
  names: ["docker-compose.yml", "docker-compose.yaml", "compose.yml", "compose.yaml"],
  matches: (path) => /^(?:docker-)?compose(?:[._-][\w.-]+)?\.ya?ml$/.test(nameOf(path)),
  read: readCompose,
};

function readCompose(file: SourceFile): Reading {
  const problems = new EntryProblems(file.path);
  const keys = new Keys();
  const packages: LockedPackage[] = [];
  const scope = isForDevelopers(file.path) ? "development" : "production";
  for (const document of parseYamlDocuments(file.text)) {
    if (document.value !== null && !asObject(document.value)) throw new Unreadable("Not a Compose file: it is no mapping", 1, "services");
    const services = field(document.value, "services");
    for (const [name, service] of entriesOf(services)) {
      const written = textField(service, "image");
      if (written === undefined || field(service, "build") !== undefined) continue;
      const line = document.lineOf(service, "image") ?? document.lineOf(services, name);
      // Values from the environment or an .env file are those of one machine.
      const reference = substitute(written, () => undefined);
      const image = reference === undefined ? undefined : imageOf(reference);
      if (!image) problems.note(`The image ${JSON.stringify(written.slice(0, 100))} is not known before the services start.`, line);
      else packages.push({ key: keys.unique(written), ...image, scope, direct: true, ...(line === undefined ? {} : { line }) });
    }
  }
  const list = problems.list();
  return { packages, ...(list ? { problems: list } : {}) };
}

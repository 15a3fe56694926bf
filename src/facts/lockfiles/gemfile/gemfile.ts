// Gemfile and gems.rb as manifests (https://bundler.io/man/gemfile.5.html).
import type { LockfileFormat, Reading, SourceFile } from "../types.ts";
import { Keys } from "../shared/keys.ts";
import { nameOf } from "../shared/paths.ts";
import { gemfileAsks } from "../shared/ruby/gemfile.ts";

export const gemfile: LockfileFormat = {
  id: "gemfile",
  ecosystem: "gem",
  kind: "manifest",
  names: ["Gemfile", "gems.rb"],
  matches: (path) => /^(?:Gemfile|gems\.rb|.+\.gemfile)$/.test(nameOf(path)),
  read: readGemfile,
};

function readGemfile(file: SourceFile): Reading {
  const keys = new Keys();
  const packages = gemfileAsks(file.text)
    .filter((ask) => !ask.local)
    .map(({ name, version, range, scope, source, line }) => ({
      key: keys.unique(name),
      type: "gem",
      name,
      version,
      range,
      scope,
      source,
      direct: true,
      line,
    }));
  return { packages };
}

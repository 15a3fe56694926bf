// Files whose names say that they hold keys or passwords: nobody commits them on purpose (repolinter git-list-tree, with a list of our own).
import { isAside } from "../shared/vendored.ts";
import type { Check } from "../types.ts";

const NAMES: ReadonlySet<string> = new Set(
  "id_rsa id_dsa id_ecdsa id_ed25519 .htpasswd .pgpass .netrc _netrc .git-credentials .dockercfg .s3cfg credentials.json service-account.json secring.gpg .env .env.local .env.production .env.prod .env.staging master.key".split(
    " ",
  ),
);
const EXTENSION = /\.(?:pfx|p12|jks|keystore|kdbx?|ppk|asc\.key|ovpn)$/i;
const MAX_FOUND = 100;

export const forbiddenPaths: Check = {
  id: "forbidden-paths",
  facts: ["forbiddenPaths"],
  collect({ tree }, answers) {
    const found: string[] = [];
    for (const { path, kind } of tree.files) {
      if (kind !== "file" || found.length >= MAX_FOUND) continue;
      const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
      if ((NAMES.has(name) || EXTENSION.test(name)) && !isAside(path)) found.push(path);
    }
    answers.set("forbiddenPaths", found.sort(), ...found.map((path) => ({ path })));
  },
};

// An empty embedded database. Making one takes seconds, unpacking one that was made before a fraction: it is kept between runs, by version.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";

export async function emptyEmbedded(): Promise<PGlite> {
  const kept = join(tmpdir(), `allmend-pglite-${versionOf()}-${process.getuid?.() ?? 0}.tar`);
  if (!existsSync(kept)) {
    const made = await PGlite.create();
    const packed = await made.dumpDataDir("none");
    await made.close();
    const own = `${kept}.${process.pid}`;
    writeFileSync(own, Buffer.from(await packed.arrayBuffer()), { mode: 0o600 });
    renameSync(own, kept);
  }
  return PGlite.create({ loadDataDir: new Blob([readFileSync(kept)]), extensions: { pg_trgm } });
}

function versionOf(): string {
  const path = createRequire(import.meta.url)
    .resolve("@electric-sql/pglite")
    .replace(/dist[\\/].*$/, "package.json");
  return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}

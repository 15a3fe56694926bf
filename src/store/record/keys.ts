// The key that signs checkpoints: made once, kept where only its owner reads it, its public half beside it for auditors.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdir, open, readFile, writeFile } from "node:fs/promises";
import { isAbsolute, join } from "node:path";

export interface SigningKey {
  readonly id: string;
  readonly secret: KeyObject;
  readonly open: KeyObject;
}

/** The key in `home/keys`, made where there is none. Two that make it at once end with the same one. */
export async function signingKey(home: string): Promise<SigningKey> {
  if (!isAbsolute(home)) throw new Error(`the key of the record needs a folder of its own, not "${home}"`);
  const folder = join(home, "keys");
  const path = join(folder, "record.ed25519.pem");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const made = generateKeyPairSync("ed25519");
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(made.privateKey.export({ type: "pkcs8", format: "pem" }));
    await file.sync();
    await file.close();
    await writeFile(join(folder, "record.public.pem"), made.publicKey.export({ type: "spki", format: "pem" }), { mode: 0o644 });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
  }
  const secret = createPrivateKey(await readFile(path, "utf8"));
  const publicKey = createPublicKey(secret);
  return { id: keyId(publicKey), secret, open: publicKey };
}

/** The first sixteen digits of the digest of the public key. */
export function keyId(key: KeyObject): string {
  return createHash("sha256")
    .update(key.export({ type: "spki", format: "der" }))
    .digest("hex")
    .slice(0, 16);
}

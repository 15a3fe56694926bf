// Secrets that we hand out: 256 random bits, of which only a digest is kept. Guessing needs no slow hash to be hopeless.
import { createHash, randomBytes } from "node:crypto";

export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

export function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

// Integrity as lockfiles write it, as the algorithm and the hexadecimal digest that SBOMs want.

export interface Hash {
  readonly algorithm: "MD5" | "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512" | "SHA3-256" | "SHA3-384" | "SHA3-512";
  readonly hex: string;
}

const algorithms: ReadonlyMap<string, Hash["algorithm"]> = new Map([
  ["md5", "MD5"],
  ["sha1", "SHA-1"],
  ["sha256", "SHA-256"],
  ["sha384", "SHA-384"],
  ["sha512", "SHA-512"],
  ["sha3-256", "SHA3-256"],
  ["sha3-384", "SHA3-384"],
  ["sha3-512", "SHA3-512"],
]);
/** Digits of a digest that comes without its algorithm: package managers use no other of that length. */
const byLength: ReadonlyMap<number, Hash["algorithm"]> = new Map([
  [32, "MD5"],
  [40, "SHA-1"],
  [64, "SHA-256"],
  [96, "SHA-384"],
  [128, "SHA-512"],
]);
const lengths: Readonly<Record<Hash["algorithm"], number>> = {
  MD5: 32,
  "SHA-1": 40,
  "SHA-256": 64,
  "SHA-384": 96,
  "SHA-512": 128,
  "SHA3-256": 64,
  "SHA3-384": 96,
  "SHA3-512": 128,
};

/** The digests in `sha512-<base64>` (several separated by space), `sha256:<hex>`, plain hex. Checksums over something else (Go's `h1:`, yarn's) give none. */
export function hashesOf(integrity: string | undefined): readonly Hash[] {
  if (integrity === undefined) return [];
  return integrity
    .trim()
    .split(/\s+/, 10)
    .flatMap((part) => hashOf(part) ?? []);
}

function hashOf(text: string): Hash | undefined {
  const plain = byLength.get(text.length);
  if (plain && /^[0-9a-f]+$/i.test(text)) return { algorithm: plain, hex: text.toLowerCase() };
  const match = /^(md5|sha(?:1|256|384|512|3-\d{3}))([-:=])([A-Za-z0-9+/]+={0,2})/i.exec(text);
  const algorithm = algorithms.get(match?.[1]?.toLowerCase() ?? "");
  const digest = match?.[3];
  if (algorithm === undefined || digest === undefined) return undefined;
  const hex =
    /^[0-9a-f]+$/i.test(digest) && digest.length === lengths[algorithm]
      ? digest.toLowerCase()
      : Buffer.from(digest, "base64").toString("hex");
  return hex.length === lengths[algorithm] ? { algorithm, hex } : undefined;
}

// Telling compiled artefacts from text: the types and the test of OpenSSF Scorecard (checks/raw/binary_artifact.go).

const TYPES: ReadonlySet<string> = new Set(
  "crx deb dex dey elf o a so macho iso class jar bundle dylib lib msi dll drv efi exe ocx pyc pyo par rpm wasm whl".split(" "),
);
const HEAD_BYTES = 1024;

/** Last extension of the last part, lower case; empty where there is none. */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot + 1).toLowerCase();
}

/** Whether the name is that of an executable or library. */
export function isBinaryType(path: string): boolean {
  return TYPES.has(extensionOf(path));
}

/** Whether a file of such a name is no text, or a file of any name begins like a program. Empty files are neither. */
export function looksBinary(path: string, bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  return isProgram(bytes) || (isBinaryType(path) && hasControlCharacter(bytes));
}

function hasControlCharacter(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, HEAD_BYTES);
  for (let at = 0; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) return true;
  }
  return false;
}

// First bytes in hexadecimal: ELF, Mach-O (both orders, and universal, which is also a Java class), wasm, rpm, dex, crx, ar archives of Debian.
const MAGIC = ["7f454c46", "feedface", "feedfacf", "cefaedfe", "cffaedfe", "cafebabe", "0061736d", "edabeedb", "6465780a", "43723234"];
const DEBIAN = "!<arch>\ndebian";

function isProgram(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES));
  if (MAGIC.includes(head.toString("hex", 0, 4))) return true;
  return isPortableExecutable(bytes) || head.toString("latin1", 0, DEBIAN.length) === DEBIAN;
}

/** "MZ" alone also begins texts: the header that it points to must be there. */
function isPortableExecutable(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x4d || bytes[1] !== 0x5a || bytes.length < 64) return false;
  const at = new DataView(bytes.buffer, bytes.byteOffset).getUint32(60, true);
  return bytes[at] === 0x50 && bytes[at + 1] === 0x45 && bytes[at + 2] === 0 && bytes[at + 3] === 0;
}

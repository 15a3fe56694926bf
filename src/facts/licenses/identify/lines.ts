/** 1-based line numbers of byte offsets, in the order given. */
export function lineNumbers(bytes: Uint8Array, offsets: readonly number[]): Uint32Array {
  const order = offsets.map((_, at) => at).sort((a, b) => (offsets[a] as number) - (offsets[b] as number));
  const lines = new Uint32Array(offsets.length);
  let line = 1;
  let at = 0;
  for (const which of order) {
    const target = offsets[which] as number;
    for (let next = bytes.indexOf(10, at); next >= 0 && next < target; next = bytes.indexOf(10, at)) {
      line++;
      at = next + 1;
    }
    lines[which] = line;
  }
  return lines;
}

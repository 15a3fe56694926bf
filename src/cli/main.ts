export async function main(args: readonly string[]): Promise<number> {
  process.stderr.write(`not wired yet: ${args.join(" ")}\n`);
  return 2;
}

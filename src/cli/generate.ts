export async function generate(_root: string, _options: { check: boolean }): Promise<number> {
  return 0;
}

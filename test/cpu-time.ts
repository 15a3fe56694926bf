// Bounds in tests guard against work that grows without end. They are taken in processor time of this process, so that a busy machine fails none of them.

/** Milliseconds of processor time that this process has used so far. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

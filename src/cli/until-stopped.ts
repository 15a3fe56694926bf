// A process that serves until it is told to end: once in peace, a second time at once.

/** Resolves after the first SIGINT or SIGTERM and what is to be done then; a second one, or half a minute, ends the process. */
export async function untilStopped(stop: () => Promise<void>): Promise<void> {
  await new Promise<void>((told) => {
    process.once("SIGINT", () => told());
    process.once("SIGTERM", () => told());
  });
  const impatient = () => process.exit(1);
  process.once("SIGINT", impatient);
  process.once("SIGTERM", impatient);
  setTimeout(impatient, 30_000).unref();
  await stop();
}

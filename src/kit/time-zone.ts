// Names of time zones, as the platform knows them.

/** Whether this is a zone such as `Europe/Zurich` or `UTC`. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

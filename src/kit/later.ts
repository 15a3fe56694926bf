/** The later of two moments (ISO 8601). What happens now happens not before what happened last, whatever the clock of the machine says. */
export function laterOf(now: string, last: string | undefined): string {
  return last !== undefined && Date.parse(last) > Date.parse(now) ? last : now;
}

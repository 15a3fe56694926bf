// How this server is set up.

export interface ServerConfig {
  /** Address under which people reach it; `https:` makes cookies secure. */
  readonly url: URL;
  /** Whether a proxy in front says who asks (`X-Forwarded-For`): its addresses or networks. */
  readonly trustProxy: boolean | readonly string[];
  readonly limits: {
    /** Bytes of a body, where a route does not say otherwise. */
    readonly body: number;
    /** Requests a minute of somebody known. */
    readonly known: number;
    /** Requests a minute of one address that is not known. */
    readonly unknown: number;
    /** Failed attempts to be known, a minute and address; then it waits. */
    readonly failures: number;
  };
}

export const defaultLimits: ServerConfig["limits"] = { body: 1024 * 1024, known: 30_000, unknown: 600, failures: 30 };

export function configFor(url: string, changes: Partial<ServerConfig> = {}): ServerConfig {
  return { url: new URL(url), trustProxy: false, limits: defaultLimits, ...changes };
}

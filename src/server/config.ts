// How this server is set up: server.yaml in ALLMEND_HOME for what may be seen, the environment for what may not.
import { z } from "zod";
import { roles } from "./access/permissions.ts";

const MINUTE = 60_000;

const role = z.strictObject({
  role: z.enum(roles),
  lane: z.string().optional(),
  board: z.string().optional(),
  unit: z.string().optional(),
});

const groupRole = role.extend({ group: z.string().min(1) });

const isLoopback = ({ hostname }: URL) => hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";

const address = z
  .url({ protocol: /^https?$/, error: "is no http(s) address" })
  .transform((text) => new URL(text))
  .refine((url) => url.protocol === "https:" || isLoopback(url), { error: "must be https, except on this machine" });

const provider = z
  .strictObject({
    name: z.string().min(1).default("your organisation").describe("What people call it, for the button."),
    issuer: address.describe("Its issuer; what it offers is read from /.well-known/openid-configuration below it."),
    "client-id": z.string().min(1),
    scopes: z.string().default("openid profile email"),
    claims: z
      .strictObject({
        person: z
          .string()
          .default("preferred_username")
          .describe("Claim that becomes the person's id. It must be one that nobody can change for themselves or take from others."),
        groups: z.string().default("groups"),
      })
      .prefault({}),
    roles: z.array(groupRole).default([]).describe("Roles that groups give."),
    "only-groups": z.array(z.string().min(1)).optional().describe("Only who is in one of these may sign in."),
    "timeout-seconds": z.int().min(1).max(60).default(8),
  })
  .describe("OpenID Connect. The secret stands in ALLMEND_OIDC_SECRET.");

const mail = z
  .strictObject({
    server: z.url({ protocol: /^smtps?$/ }).describe("smtp://host:587 or smtps://host:465, with the user in it if there is one."),
    from: z.string().min(3).describe("Sender of what is sent: Open source office <ospo@example.org>."),
  })
  .describe("E-mail. The password stands in ALLMEND_SMTP_PASSWORD.");

export const serverDocument = z.strictObject({
  url: address.optional().describe("Address under which people reach it. Where it is https, cookies are secure."),
  "trust-proxy": z
    .array(z.string())
    .optional()
    .describe("Addresses or networks of the proxies in front, whose X-Forwarded-For and X-Forwarded-Proto are believed."),
  "everybody-is": z.enum(["viewer", "requester", "nobody"]).default("requester").describe("The role that everybody has who can sign in."),
  session: z
    .strictObject({ "idle-minutes": z.int().min(5).max(1440).default(30), hours: z.int().min(1).max(168).default(12) })
    .prefault({})
    .describe("When a session ends: after so long without use, and after so long in any case."),
  limits: z
    .strictObject({
      body: z
        .int()
        .min(1024)
        .default(1024 * 1024)
        .describe("Bytes of a body, where a route does not say otherwise."),
      known: z.int().min(1).default(30_000).describe("Requests a minute of somebody known."),
      unknown: z.int().min(1).default(600).describe("Requests a minute of one address that is not known."),
      failures: z.int().min(1).default(30).describe("Failed attempts to be known, a minute and address; then it waits."),
    })
    .prefault({}),
  "sign-in": provider.optional(),
  mail: mail.optional(),
  "checkpoints-to": address
    .optional()
    .describe(
      "Address of a store that writes once: each checkpoint of the record is put below it, too. Its token stands in ALLMEND_CHECKPOINTS_TOKEN.",
    ),
  "trusted-hosts": z
    .array(z.string())
    .default([])
    .describe(
      "Hosts (with :port where it is not the usual one) in the house's own network that webhooks, forges and the store of checkpoints may be called at.",
    ),
});

export type ProviderConfig = z.output<typeof provider>;
export type MailConfig = z.output<typeof mail> & { readonly password?: string | undefined };

export interface ServerConfig {
  /** Address under which people reach it; `https:` makes cookies secure. */
  readonly url: URL;
  /** The proxies in front that are believed. */
  readonly trustProxy: readonly string[];
  readonly everybodyIs: "viewer" | "requester" | "nobody";
  readonly session: { readonly idle: number; readonly lifetime: number };
  readonly limits: z.output<typeof serverDocument>["limits"];
  readonly signIn?: ProviderConfig & { readonly secret?: string | undefined };
  readonly mail?: MailConfig;
  readonly checkpointsTo?: { readonly address: URL; readonly token?: string | undefined };
  readonly trustedHosts: ReadonlySet<string>;
}

export type ServerDocument = z.output<typeof serverDocument>;
export type ServerSecrets = Readonly<
  Partial<Record<"ALLMEND_OIDC_SECRET" | "ALLMEND_SMTP_PASSWORD" | "ALLMEND_CHECKPOINTS_TOKEN", string | undefined>>
>;

/** `url` stands in where the document names none: the address that the server listens at. */
export function configOf(document: ServerDocument, url: string, secrets: ServerSecrets = {}): ServerConfig {
  const { session, limits } = document;
  return {
    url: document.url ?? new URL(url),
    trustProxy: document["trust-proxy"] ?? [],
    everybodyIs: document["everybody-is"],
    session: { idle: session["idle-minutes"] * MINUTE, lifetime: session.hours * 60 * MINUTE },
    limits,
    ...(document["sign-in"] ? { signIn: { ...document["sign-in"], secret: secrets.ALLMEND_OIDC_SECRET } } : {}),
    ...(document.mail ? { mail: { ...document.mail, password: secrets.ALLMEND_SMTP_PASSWORD } } : {}),
    ...(document["checkpoints-to"]
      ? { checkpointsTo: { address: document["checkpoints-to"], token: secrets.ALLMEND_CHECKPOINTS_TOKEN } }
      : {}),
    trustedHosts: new Set(document["trusted-hosts"]),
  };
}

export function configFor(url: string, changes: Partial<ServerConfig> = {}): ServerConfig {
  return { ...configOf(serverDocument.parse({}), url), ...changes };
}

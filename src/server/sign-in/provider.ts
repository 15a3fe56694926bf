// The identity provider, by OpenID Connect: authorization code with PKCE, state and nonce. What it says is believed only where its signature, issuer,
// audience, nonce and times hold (openid-client checks them); it may be slow, and then it is waited for no longer than was set.
import * as oidc from "openid-client";
import type { ServerConfig } from "../config.ts";
import { filled, problem } from "../http/problem.ts";
import { call } from "../outgoing/call.ts";
import type { Claims } from "./claims.ts";

export interface Begun {
  /** Where the browser goes. */
  readonly url: URL;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Provider {
  begin(): Promise<Begun>;
  /** `came`: the address at which the browser came back. */
  finish(came: URL, begun: Omit<Begun, "url">): Promise<Claims>;
  /** Where the browser goes to sign out there as well; undefined where it offers that not, or does not answer. */
  end(): Promise<URL | undefined>;
}

export const CALLBACK = "/api/sign-in/callback";

export function createProvider(config: ServerConfig, settings: NonNullable<ServerConfig["signIn"]>): Provider {
  let known: Promise<oidc.Configuration> | undefined;
  const configuration = () => {
    // A provider that was away when it was asked first is asked again.
    known ??= discover(settings).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  // Asked each time: where the system chooses the port, the address is known only once the server listens.
  const redirect = () => new URL(CALLBACK, config.url).href;
  return {
    async begin() {
      const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
      const url = await told(async () =>
        oidc.buildAuthorizationUrl(await configuration(), {
          redirect_uri: redirect(),
          scope: settings.scopes,
          state,
          nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: "S256",
        }),
      );
      return { url, state, nonce, verifier };
    },
    async finish(came, { state, nonce, verifier }) {
      return told(async () => {
        const current = await configuration();
        const tokens = await oidc.authorizationCodeGrant(current, came, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) throw new Error("there is no ID token");
        return claimsOf(claims, await fuller(current, tokens.access_token, claims, settings), settings);
      });
    },
    async end() {
      try {
        const current = await configuration();
        return current.serverMetadata().end_session_endpoint === undefined
          ? undefined
          : oidc.buildEndSessionUrl(current, { post_logout_redirect_uri: new URL("/", config.url).href });
      } catch {
        return undefined;
      }
    },
  };
}

async function discover(settings: NonNullable<ServerConfig["signIn"]>): Promise<oidc.Configuration> {
  const { issuer, secret } = settings;
  const seconds = settings["timeout-seconds"];
  const configuration = await oidc.discovery(
    issuer,
    settings["client-id"],
    { [oidc.clockTolerance]: 30 },
    secret === undefined ? oidc.None() : oidc.ClientSecretBasic(secret),
    {
      timeout: seconds,
      [oidc.customFetch]: guardedFetch(new Set([issuer.host]), seconds * 1000),
      ...(issuer.protocol === "http:" ? { execute: [oidc.allowInsecureRequests] } : {}),
    },
  );
  // TLS alone would be enough of a proof for a token that we fetched ourselves; a signature that does not hold is one more sign of a lie.
  oidc.enableNonRepudiationChecks(configuration);
  return configuration;
}

/** The provider's own host was named by an administrator; what its documents point to elsewhere was not. */
function guardedFetch(trusted: ReadonlySet<string>, within: number): oidc.CustomFetch {
  return async (url, { method, headers, body, signal }) => {
    const answer = await call(url, {
      method,
      headers: headers as Readonly<Record<string, string>>,
      ...(body === undefined || body === null ? {} : { body: body instanceof URLSearchParams ? body.toString() : (body as string) }),
      ...(signal ? { signal } : {}),
      trusted,
      within,
    });
    const answered = Object.entries(answer.headers).flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
    const empty = answer.status === 204 || answer.status === 304;
    return new Response(empty ? null : new Uint8Array(answer.body), {
      status: answer.status,
      headers: [...answered].map(([a, b]) => [a, b]),
    });
  };
}

/** Some providers tell groups only when asked. */
async function fuller(
  current: oidc.Configuration,
  accessToken: string,
  claims: oidc.IDToken,
  { claims: names }: NonNullable<ServerConfig["signIn"]>,
): Promise<Readonly<Record<string, unknown>>> {
  const complete = claims[names.person] !== undefined && claims[names.groups] !== undefined && claims.name !== undefined;
  if (complete || current.serverMetadata().userinfo_endpoint === undefined) return claims;
  return { ...(await oidc.fetchUserInfo(current, accessToken, claims.sub)), ...claims };
}

function claimsOf(
  { iss, sub }: oidc.IDToken,
  all: Readonly<Record<string, unknown>>,
  { claims: names }: NonNullable<ServerConfig["signIn"]>,
): Claims {
  const text = (name: string) => (typeof all[name] === "string" ? (all[name] as string) : undefined);
  const groups = all[names.groups];
  const email = all.email_verified === false ? undefined : text("email");
  return {
    issuer: iss,
    subject: sub,
    person: text(names.person),
    name: text("name") ?? text("preferred_username") ?? text(names.person),
    email,
    groups: Array.isArray(groups) ? groups.filter((group) => typeof group === "string").slice(0, 2000) : [],
  };
}

/** What goes wrong there, in our words: it was away, it said no, or what it said does not hold. */
async function told<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): Error {
  if (error instanceof oidc.AuthorizationResponseError) {
    return problem(
      401,
      "sign-in-refused",
      "The identity provider let nobody in",
      filled("It says: {said}.", { said: error.error.slice(0, 100) }),
    );
  }
  if (isAway(error)) {
    const away = problem(
      503,
      "provider-away",
      "The identity provider does not answer",
      "Try again in a moment; whoever is signed in stays so.",
    );
    away.cause = error;
    return away;
  }
  const wrong = problem(
    401,
    "sign-in-invalid",
    "What the identity provider said does not hold",
    "Begin again. The server's log says what is wrong.",
  );
  wrong.cause = error;
  return wrong;
}

function isAway(error: unknown): boolean {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    const { code } = cause as { code?: unknown };
    if (code === "call-failed" || code === "OAUTH_TIMEOUT" || code === "OAUTH_ABORT" || cause.name === "TimeoutError") return true;
    // The provider answers, and with an error of its own.
    if (code === "OAUTH_RESPONSE_IS_NOT_CONFORM" && cause.cause instanceof Response && cause.cause.status >= 500) return true;
  }
  return false;
}

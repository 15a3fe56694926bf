// A real identity provider in this process, with a few people.
import type { Server } from "node:http";
import { freePort } from "#store/testing";

export interface TestAccount {
  readonly preferred_username?: string;
  readonly name?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly groups?: readonly string[];
}

export interface TestProvider {
  readonly issuer: string;
  /** By what they type as login, which is also their subject. They may change. */
  readonly accounts: Record<string, TestAccount>;
  stop(): void;
}

export const testClient = { id: "allmend", secret: "a-secret-of-the-client-which-is-long" };

export async function startProvider(redirect: string, accounts: Record<string, TestAccount>): Promise<TestProvider> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const { Provider } = await import("oidc-provider");
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: testClient.id,
        client_secret: testClient.secret,
        redirect_uris: [redirect],
        post_logout_redirect_uris: [new URL("/", redirect).href],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        token_endpoint_auth_method: "client_secret_basic",
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ["sub"], profile: ["name", "preferred_username", "groups"], email: ["email", "email_verified"] },
    cookies: { keys: ["a key of the test"] },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...accounts[id] }) }),
    features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
  });
  const server = await new Promise<Server>((done) => {
    const listening: Server = provider.listen(port, "127.0.0.1", () => done(listening));
  });
  return { issuer, accounts, stop: () => closeNow(server) };
}

export function closeNow(server: Server): void {
  server.closeAllConnections();
  server.close();
}

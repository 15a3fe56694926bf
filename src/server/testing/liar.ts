// An identity provider that lies, in one way at a time, and otherwise does everything right.
import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { closeNow } from "./provider.ts";

export const lies = [
  "none",
  "other issuer in the token",
  "other audience",
  "other nonce",
  "no nonce",
  "token has ended",
  "token is from the future",
  "signed by another key",
  "not signed",
  "signed with the client's secret",
  "other issuer in the discovery",
  "no token at all",
  "junk for a token",
  "answer is no JSON",
  "subject is missing",
  "userinfo of somebody else",
  "other state",
  "no state",
  "says no",
  "issuer of the answer is another",
  "keys lie in the house",
] as const;
export type Lie = (typeof lies)[number];

export type Slowness = "discovery" | "token" | "keys" | undefined;

export interface Liar {
  readonly issuer: string;
  lie: Lie;
  slow: Slowness;
  /** What was asked for, in order. */
  readonly asked: string[];
  stop(): void;
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

export async function startLiar(clientId: string): Promise<Liar> {
  const key = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const other = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pending = new Map<string, URLSearchParams>();
  const liar = { issuer: "", lie: "none" as Lie, slow: undefined as Slowness, asked: [] as string[], stop: () => closeNow(server) };
  const json = (response: ServerResponse, value: object) =>
    void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", liar.issuer);
    liar.asked.push(url.pathname);
    const { lie } = liar;
    switch (url.pathname) {
      case "/.well-known/openid-configuration":
        if (liar.slow === "discovery") return;
        return json(response, discovery(liar.issuer, lie));
      case "/keys":
        if (liar.slow === "keys") return;
        return json(response, { keys: [{ ...key.publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }] });
      case "/authorize": {
        const code = createHash("sha256").update(url.search).digest("hex");
        pending.set(code, url.searchParams);
        return void response.writeHead(302, { location: back(url.searchParams, code, liar.issuer, lie) }).end();
      }
      case "/token": {
        if (liar.slow === "token") return;
        let body = "";
        request.on("data", (part: Buffer) => (body += part.toString()));
        request.on("end", () => {
          const given = new URLSearchParams(body);
          const asked = pending.get(given.get("code") ?? "");
          const challenge = createHash("sha256")
            .update(given.get("code_verifier") ?? "")
            .digest("base64url");
          if (challenge !== asked?.get("code_challenge"))
            return void response.writeHead(400, { "content-type": "application/json" }).end('{"error":"invalid_grant"}');
          if (lie === "answer is no JSON") return void response.writeHead(200, { "content-type": "application/json" }).end("<html>");
          const token =
            lie === "junk for a token"
              ? "a.b.c"
              : idToken(liar.issuer, clientId, asked.get("nonce") ?? "", lie, key.privateKey, other.privateKey);
          return json(response, {
            access_token: "x",
            token_type: "Bearer",
            expires_in: 60,
            ...(lie === "no token at all" ? {} : { id_token: token }),
          });
        });
        return;
      }
      case "/userinfo":
        return json(response, {
          sub: lie === "userinfo of somebody else" ? "root" : "mallory",
          name: "Mallory",
          preferred_username: "mallory",
          groups: [],
        });
      default:
        return void response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  liar.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return liar;
}

function discovery(issuer: string, lie: Lie): object {
  return {
    issuer: lie === "other issuer in the discovery" ? "https://accounts.example" : issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: lie === "keys lie in the house" ? "http://169.254.169.254/keys" : `${issuer}/keys`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    authorization_response_iss_parameter_supported: true,
  };
}

function back(asked: URLSearchParams, code: string, issuer: string, lie: Lie): string {
  const url = new URL(asked.get("redirect_uri") ?? "");
  if (lie === "says no") url.searchParams.set("error", "access_denied");
  else url.searchParams.set("code", code);
  if (lie !== "no state") url.searchParams.set("state", lie === "other state" ? "another" : (asked.get("state") ?? ""));
  url.searchParams.set("iss", lie === "issuer of the answer is another" ? "https://accounts.example" : issuer);
  return url.href;
}

function idToken(issuer: string, clientId: string, nonce: string, lie: Lie, key: KeyObject, other: KeyObject): string {
  const now = Math.floor(Date.now() / 1000);
  const ended = lie === "token has ended";
  const future = lie === "token is from the future";
  const payload = {
    iss: lie === "other issuer in the token" ? "https://accounts.example" : issuer,
    ...(lie === "subject is missing" ? {} : { sub: "mallory" }),
    aud: lie === "other audience" ? "another-client" : clientId,
    ...(lie === "no nonce" ? {} : { nonce: lie === "other nonce" ? "another" : nonce }),
    iat: ended ? now - 4000 : now,
    exp: ended ? now - 3000 : now + 300,
    ...(future ? { nbf: now + 3000 } : {}),
  };
  if (lie === "not signed") return `${encode({ alg: "none" })}.${encode(payload)}.`;
  const header = encode({ alg: lie === "signed with the client's secret" ? "HS256" : "RS256", kid: "1" });
  const input = `${header}.${encode(payload)}`;
  return `${input}.${sign("sha256", Buffer.from(input), lie === "signed by another key" ? other : key).toString("base64url")}`;
}

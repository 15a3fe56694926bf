// Private keys, addresses with passwords in them, and what is called a password.
import type { SecretRule } from "../types.ts";

/** What stands between a name and its value: `= "`, `: '`, `=> "`, `", "`. */
const ASSIGNED = String.raw`[\w.\-]{0,30}["'\x60\]]{0,2}\s{0,4}(?:=|:|=>|:=|\|\|=)\s{0,4}`;

export const keys: readonly SecretRule[] = [
  {
    id: "private-key",
    reach: 800,
    title: "Private key",
    keywords: ["private key-----", "private key block-----"],
    before: 30,
    pattern:
      /-----BEGIN (?:[A-Z\d]{2,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----(?:\\[rn]|[\s"'+,;]){1,12}(?:[A-Z][\w-]{2,20}: [^\n\\]{0,80}(?:\n|\\n)){0,3}(?:\\n|\s){0,4}([A-Za-z\d+/=]{40,76})/y,
    entropy: 4,
    prefix: 0,
  },
  {
    id: "age-key",
    title: "age secret key",
    keywords: ["age-secret-key-1"],
    pattern: /AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}/y,
    prefix: 16,
  },
  {
    id: "json-web-token",
    reach: 1600,
    title: "JSON Web Token",
    keywords: ["eyjhbgci", "eyj0exai", "eyjrawqi"],
    pattern: /eyJ(?:hbGci|0eXAi|raWQi)[\w-]{10,300}\.eyJ[\w-]{16,600}\.[\w-]{20,400}/y,
    entropy: 4,
    prefix: 3,
    generic: true,
  },
  {
    id: "database-password",
    title: "Password in the address of a database",
    keywords: [
      "postgres://",
      "postgresql://",
      "mongodb://",
      "mongodb+srv://",
      "mysql://",
      "mariadb://",
      "redis://",
      "rediss://",
      "amqp://",
      "amqps://",
    ],
    pattern:
      /[a-z+]{4,12}:\/\/[\w.%-]{0,60}:([^\s:@/"'<>{}$]{6,100})@(?!localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|(?:host|db|postgres|mysql|redis)(?![\w.-])|example)[\w.-]{1,120}\.[a-z]{2,24}/iy,
    entropy: 2.8,
    prefix: 0,
    generic: true,
  },
  {
    id: "assigned-secret",
    reach: 200,
    title: "Secret assigned to a name",
    keywords: [
      "secret",
      "token",
      "api_key",
      "apikey",
      "api-key",
      "access_key",
      "accesskey",
      "access-key",
      "auth_key",
      "authkey",
      "client_key",
      "private_key",
      "credential",
    ],
    pattern: new RegExp(
      String.raw`(?:secret|token|api[_-]?key|access[_-]?key|auth_?key|client_key|private_key|credential)${ASSIGNED}["'\x60]([\w+/=.~-]{20,120})["'\x60]`,
      "iy",
    ),
    entropy: 3.7,
    prefix: 0,
    generic: true,
  },
  {
    id: "assigned-password",
    reach: 160,
    title: "Password assigned to a name",
    keywords: ["password", "passwd", "passphrase"],
    pattern: new RegExp(String.raw`(?:password|passwd|passphrase)${ASSIGNED}["'\x60]([^\s"'\x60<>{}()\[\],;]{8,80})["'\x60]`, "iy"),
    entropy: 3,
    prefix: 0,
    generic: true,
  },
];

// Every reason for which the server refuses something, and what stops it from starting.
import type { ProblemMeaning } from "#kit";

/** Codes of this room: docs/reference/errors.md is made from it. */
export const serverProblems = {
  "not-signed-in": {
    means: "Nobody is known by this session or token: there is none, it has ended, or it was revoked. HTTP 401.",
    remedy: "Sign in, or send a token as `Authorization: Bearer …`.",
  },
  "not-allowed": {
    means: "The caller is known and may not do this. HTTP 403.",
    remedy: "Ask an administrator for the role; `permission` in the answer says what is missing.",
  },
  "not-there": {
    means: "Something does not exist, or belongs to a unit that the caller does not see. HTTP 404.",
    remedy: "Check the id; ask an administrator if it should be yours.",
  },
  "nothing-named": {
    means: "No repository and no component that is in use has this name, or it belongs to a unit that the caller does not see. HTTP 404.",
    remedy: "Write a component that nobody uses yet as a package URL: `pkg:npm/name@1.2.3`.",
  },
  "no-such-route": { means: "There is nothing at this address. HTTP 404.", remedy: "`/api/openapi.json` lists all addresses." },
  "input-invalid": {
    means: "What was sent is not what the address expects. HTTP 422.",
    remedy: "`fields` in the answer says what is wrong with which part.",
  },
  "body-too-large": { means: "What was sent is larger than the address takes. HTTP 413.", remedy: "Send less." },
  "body-unreadable": { means: "What was sent is no JSON. HTTP 400.", remedy: "Send a JSON document as UTF-8." },
  "program-too-large": {
    means: "The documents of a program take longer than a minute, or more than a gigabyte, to be read. HTTP 422.",
    remedy: "Divide its documents, or take out what nobody needs.",
  },
  "reading-busy": {
    means: "Large programs are read one after the other, and too many wait. HTTP 503.",
    remedy: "Try again in a minute.",
  },
  "media-type": { means: "The address does not take that media type. HTTP 415.", remedy: "Send `application/json`." },
  "request-refused": { means: "The request breaks a rule of HTTP. HTTP 4xx.", remedy: "The title says which." },
  "delivery-refused": {
    means: "A delivery does not take a step: what comes before it is missing, it needs a reason, or rules still look at it. HTTP 409.",
    remedy: "`detail` says why; `reason` is `order`, `gaps-open`, `no-reason`, `not-judged` or another of its kind.",
  },
  "release-not-taken": {
    means:
      "A release does not take a step: what comes before it is missing, something is open, or what was made is not of what was frozen. HTTP 409.",
    remedy: "`detail` says why; `reason` is `order`, `findings-open`, `inventory-changed` or another of its kind.",
  },
  "artefact-unmarked": {
    means: "A file that was made for a release does not say from which inventory. HTTP 422.",
    remedy: "Take it from the page of the product, or make it with `allmend report`.",
  },
  "supplier-file-unreadable": {
    means: "What a supplier sent is neither a bill of materials nor a declaration. HTTP 422.",
    remedy: "`detail` says what could not be read; ask the supplier for CycloneDX, SPDX or the declaration of the questionnaire.",
  },
  "checkpoint-refused": {
    means: "The store of `checkpoints-to` did not take a checkpoint of the record; the next one is tried.",
    remedy: "Look at the store, and at the token in ALLMEND_CHECKPOINTS_TOKEN.",
  },
  "too-many-requests": {
    means: "More requests came than one caller or address may send. HTTP 429.",
    remedy: "Wait as long as `Retry-After` says.",
  },
  "wrong-host": {
    means: "The server was asked under a name that is not its own. HTTP 421.",
    remedy: "Use the address that it printed, or give it its public one (`url` in server.yaml).",
  },
  "wrong-origin": {
    means: "A page of another site tried to change something with somebody's session. HTTP 403.",
    remedy: "Use the portal; programs use a token and no cookie.",
  },
  "sign-in-refused": { means: "The identity provider let nobody in. HTTP 401.", remedy: "`detail` holds what it said; try again." },
  "sign-in-invalid": {
    means: "What the identity provider sent does not hold: signature, issuer, audience, nonce, state or time are wrong. HTTP 401.",
    remedy: "Begin again. If it stays so, the server's log says what is wrong.",
  },
  "sign-in-expired": {
    means: "A sign-in took too long, was used before, or was begun in another browser. HTTP 401.",
    remedy: "Begin again in this browser.",
  },
  "sign-in-incomplete": {
    means: "The identity provider does not say who somebody is: the claim is missing or empty. HTTP 403.",
    remedy: "Name the claim in server.yaml (`sign-in`, `claims`, `person`).",
  },
  "sign-in-not-for-you": {
    means: "Somebody is known to the identity provider and may not use this server. HTTP 403.",
    remedy: "Ask an administrator for a group of `only-groups`.",
  },
  "identity-taken": {
    means: "Somebody signs in under an id that belongs to another account. HTTP 403.",
    remedy: "An administrator looks who it is; the claim must be one that nobody shares.",
  },
  "person-left": { means: "Somebody who has left signs in or is named. HTTP 403 or 409.", remedy: "An administrator brings them back." },
  "person-exists": { means: "There is a person of this id already. HTTP 409.", remedy: "Take another id, or the person that there is." },
  "own-role": {
    means: "An administrator tried to give themselves a role. HTTP 403.",
    remedy: "Another administrator does it; `administrators` in the answer names them.",
  },
  "own-deputy": { means: "Somebody names themselves as their deputy. HTTP 422.", remedy: "Name somebody else, or nobody." },
  "role-of-provider": {
    means: "A role comes from a group of the identity provider and cannot be ended here. HTTP 409.",
    remedy: "Take the person out of the group; the role ends when they sign in next.",
  },
  "last-administrator": {
    means: "The only administrator would be gone. HTTP 409.",
    remedy: "Make somebody else an administrator first.",
  },
  "no-provider": { means: "This server has no identity provider. HTTP 404.", remedy: "Set `sign-in` in server.yaml, or ask for a link." },
  "provider-away": {
    means: "The identity provider does not answer in time. HTTP 503.",
    remedy: "Try again; whoever is signed in stays so.",
  },
  "link-used": {
    means: "A link for signing in was used before, has ended, or a newer one took its place. HTTP 401.",
    remedy: "Have a new one made: `allmend user link ID`.",
  },
  "address-not-allowed": {
    means: "The server does not call an address: it is not https, holds a password, or leads into the house's own network.",
    remedy: "Name a public https address, or have an administrator name the host under `trusted-hosts` in server.yaml.",
  },
  "call-failed": {
    means: "An address that the server called did not answer, not in time, or with too much.",
    remedy: "Look at the other side; what was to be sent is tried again.",
  },
  "server-config-invalid": {
    means: "server.yaml cannot be read or holds something that it may not.",
    remedy: "Mend the line that is named; docs/handbook/server.md says what may stand there.",
  },
  "result-unreadable": {
    means: "What was sent as a result is no JSON, or no result of this version. HTTP 422.",
    remedy: "Send what `allmend scan --format json` of the same version writes.",
  },
  "sbom-unreadable": {
    means: "What was sent as a bill of materials is none, or breaks off. HTTP 422.",
    remedy: "`fields` names the line. Send CycloneDX or SPDX, whole.",
  },
  "case-not-yours": {
    means: "Somebody acts in a case in which they have no part in that: it is their own, or they have no seat. HTTP 403.",
    remedy: "`reason` says which rule stands in the way; somebody with a seat does it.",
  },
  "case-conflict": {
    means: "Somebody was quicker, or the case is in another phase by now. HTTP 409.",
    remedy: "`first` in the answer says who did what and when; read the case again.",
  },
  "case-refused": {
    means: "What was sent does not fit the kind of the case, or names something that is not there. HTTP 422.",
    remedy: "`detail` says what is wrong; `GET /api/cases/kinds` says what a kind asks.",
  },
  "no-program-in-force": {
    means: "Nothing can be judged: no program is in force on this server. HTTP 409.",
    remedy: "Put one in force: `allmend serve --program DIR`, or `POST /api/program`.",
  },
  "program-in-force-broken": {
    means: "The program in force has errors for this version of Allmend. HTTP 409.",
    remedy: "Send one without: `allmend validate` names them.",
  },
  "program-elsewhere": {
    means: "A draft cannot be put in force here: the server takes its program from a folder whenever it starts. HTTP 409.",
    remedy: "Take the draft as a patch to where the folder lies, or start the server without `--program`.",
  },
  "program-changed": {
    means: "Another program came into force since a draft was begun. HTTP 409.",
    remedy: "Look at what changed, and put the draft in force once it fits.",
  },
  fault: { means: "Something broke that is ours to mend. HTTP 500.", remedy: "Report it with the request's id." },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
export type ServerProblemCode = keyof typeof serverProblems | "database-gone" | "program-invalid";

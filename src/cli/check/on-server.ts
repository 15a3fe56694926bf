// May I use this? asked of the office on a server: it knows every product, every decision, and the program in force.
import { parsePurl } from "#kit";
import type { Answer } from "#scan";
import type { OfficeServer } from "../server.ts";
import type { ToldRule } from "./print.ts";

export interface ServerAnswer {
  readonly answer: Answer;
  readonly rules: readonly ToldRule[];
  readonly now: string;
  readonly knowledge: string;
}

export interface ServerQuestion {
  readonly product?: string;
  readonly license?: string;
}

export function askServer(server: OfficeServer, what: string, { product, license }: ServerQuestion): Promise<ServerAnswer> {
  const query = new URLSearchParams({ what, ...(product === undefined ? {} : { product }), ...(license === undefined ? {} : { license }) });
  return server.ask("GET", `/api/check?${query}`);
}

export interface Requested {
  readonly id: string;
  readonly phase: string;
  readonly address: string;
}

/** Opens a case of kind use; what nobody answered stays to be filled in. */
export async function requestUse(
  server: OfficeServer,
  purl: string,
  { product, license, answers }: ServerQuestion & { readonly answers: Readonly<Record<string, unknown>> },
): Promise<Requested> {
  const { name, version } = parsePurl(purl) ?? {};
  const fields = {
    component: purl,
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    ...(product === undefined ? {} : { product }),
    ...(license === undefined ? {} : { license }),
    ...answers,
  };
  const opened = await opening(server, fields);
  return { id: opened.id, phase: opened.phase, address: `${server.address}/requests/${opened.id}` };
}

type Opened = { readonly id: string; readonly phase: string };

/** Sent where everything is answered, else kept as a draft. */
async function opening(server: OfficeServer, fields: object): Promise<Opened> {
  const open = (submit: boolean) => server.ask<{ case: Opened }>("POST", "/api/cases", { kind: "use", fields, submit });
  try {
    return (await open(true)).case;
  } catch (error) {
    if ((error as { code?: string }).code !== "case-refused") throw error;
    return (await open(false)).case;
  }
}

// May I use this? asked of the office on a server: it knows every product, every decision, and the program in force.
import { AllmendError } from "#kit";
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

/** Opens a case of kind use. What nobody answered, the server fills with what it knows; what is missing then stays to be filled in. */
export async function requestUse(
  server: OfficeServer,
  purl: string,
  { product, license, answers }: ServerQuestion & { readonly answers: readonly string[] },
): Promise<Requested> {
  const fields = {
    component: purl,
    ...(product === undefined ? {} : { product }),
    ...(license === undefined ? {} : { license }),
    ...(answers.length === 0 ? {} : read(answers, await fieldsOfUse(server))),
  };
  const opened = await opening(server, fields);
  return { id: opened.id, phase: opened.phase, address: `${server.address}/requests/${opened.id}` };
}

type Value = string | number | boolean | readonly string[];

interface Field {
  readonly id: string;
  readonly type: string;
}

async function fieldsOfUse(server: OfficeServer): Promise<readonly Field[]> {
  const kinds = await server.ask<{ kind: string; fields: Field[] }[]>("GET", "/api/cases/kinds");
  return kinds.find(({ kind }) => kind === "use")?.fields ?? [];
}

/** `field=text`, as values of the field's type. What is none is told by the server, which knows what a field takes. */
function read(answers: readonly string[], fields: readonly Field[]): Record<string, Value> {
  return Object.fromEntries(
    answers.map((given) => {
      const at = given.indexOf("=");
      const [id, text] = [given.slice(0, at), given.slice(at + 1)];
      if (at <= 0) {
        throw new AllmendError("bad-answer", "input", `"${given}" is no answer to a field`, { hint: "Write it as --answer purpose=text." });
      }
      return [id, valueOf(text, fields.find((field) => field.id === id)?.type)];
    }),
  );
}

function valueOf(text: string, type: string | undefined): Value {
  if (type === "choices") return text.split(",").map((each) => each.trim());
  if (type === "boolean" && /^(?:true|false)$/.test(text)) return text === "true";
  return type === "number" && text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
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

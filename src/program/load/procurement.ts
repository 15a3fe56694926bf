// registers/suppliers.yaml, clauses.yaml and questionnaire.yaml into the model. Clauses and questions of a pack hold where the organisation has none of its own.
import type { z } from "zod";
import type { LocalText } from "../model.ts";
import type { ContractClause, Procurement, Supplier, SupplierItem, SupplierQuestion } from "../suppliers/model.ts";
import { type Checked, checkDocument } from "../read/check.ts";
import type { Files } from "../read/folder.ts";
import { readYaml } from "../read/yaml.ts";
import { clausesRegister, questionnaireRegister, suppliersRegister } from "../schema/procurement.ts";
import { type Context, localText } from "./context.ts";

/** Registers that have a form of their own. */
export const procurementFiles: ReadonlySet<string> = new Set([
  "registers/suppliers.yaml",
  "registers/clauses.yaml",
  "registers/questionnaire.yaml",
]);

export function readProcurement(files: Files, context: Context): Procurement {
  const suppliers = read(files, "registers/suppliers.yaml", suppliersRegister, context);
  const clauses = read(files, "registers/clauses.yaml", clausesRegister, context);
  const questions = read(files, "registers/questionnaire.yaml", questionnaireRegister, context);
  return {
    suppliers: suppliers ? Object.keys(suppliers.value.suppliers).map((id) => supplierOf(id, suppliers, context)) : [],
    ...(clauses ? { clauses: clausesOf(clauses, context) } : {}),
    ...(questions ? { questions: questionsOf(questions, context) } : {}),
  };
}

/** Suppliers are the organisation's own; of clauses and questions the nearest document counts. */
export function mergeProcurement(layers: readonly { readonly procurement: Procurement }[]): Procurement | undefined {
  const suppliers = layers[0]?.procurement.suppliers ?? [];
  const clauses = layers.find(({ procurement }) => procurement.clauses)?.procurement.clauses;
  const questions = layers.find(({ procurement }) => procurement.questions)?.procurement.questions;
  if (suppliers.length === 0 && !clauses && !questions) return undefined;
  return { suppliers, ...(clauses ? { clauses } : {}), ...(questions ? { questions } : {}) };
}

function read<T extends z.ZodType>(files: Files, path: string, schema: T, context: Context): Checked<z.output<T>> | undefined {
  const content = files.get(path);
  if (content === undefined) return undefined;
  const page = readYaml({ file: context.prefix + path, text: content, place: (line, column) => ({ line, column }) }, context.problems);
  return page.value === undefined || page.value === null ? undefined : checkDocument(schema, page, context.problems);
}

type SuppliersDocument = Checked<z.output<typeof suppliersRegister>>;

function supplierOf(id: string, document: SuppliersDocument, context: Context): Supplier {
  const value = document.value.suppliers[id];
  if (!value) throw new Error(`no supplier ${id}`);
  const { "open-chain": openChain, "governance-reviewed": reviewed, items, ...rest } = value;
  return {
    id,
    ...rest,
    ...(openChain ? { openChain } : {}),
    ...(reviewed === undefined ? {} : { governanceReviewed: reviewed }),
    items: Object.keys(items ?? {}).map((item) => itemOf(id, item, document, context)),
    position: document.position(["suppliers", id], "key"),
  };
}

function itemOf(supplier: string, id: string, document: SuppliersDocument, context: Context): SupplierItem {
  const path = ["suppliers", supplier, "items", id];
  const value = document.value.suppliers[supplier]?.items?.[id];
  if (!value) throw new Error(`no item ${id}`);
  for (const [index, product] of (value.products ?? []).entries()) {
    context.references.need(["product"], product, document.position([...path, "products", index]));
  }
  const {
    products = [],
    "support-until": supportUntil,
    "needed-until": neededUntil,
    "cra-class": craClass,
    "cra-route": craRoute,
    ...rest
  } = value;
  const { "upstream-first": upstreamFirst, ...plain } = rest;
  return {
    id,
    ...plain,
    products,
    ...(supportUntil === undefined ? {} : { supportUntil }),
    ...(neededUntil === undefined ? {} : { neededUntil }),
    ...(craClass === undefined ? {} : { craClass }),
    ...(craRoute === undefined ? {} : { craRoute }),
    ...(upstreamFirst === undefined ? {} : { upstreamFirst }),
    position: document.position(path, "key"),
  };
}

function clausesOf(document: Checked<z.output<typeof clausesRegister>>, context: Context): ContractClause[] {
  return Object.entries(document.value.clauses).map(([id, { title, text, ...rest }]) => {
    const at = document.position(["clauses", id], "key");
    return { id, title: words(title, context, at), text: words(text, context, at), ...rest };
  });
}

function questionsOf(document: Checked<z.output<typeof questionnaireRegister>>, context: Context): SupplierQuestion[] {
  return Object.entries(document.value.questions).map(([id, { question, why, ...rest }]) => {
    const at = document.position(["questions", id], "key");
    return { id, question: words(question, context, at), ...(why === undefined ? {} : { why: words(why, context, at) }), ...rest };
  });
}

function words(value: string | LocalText, context: Context, at: Parameters<typeof localText>[3]): LocalText {
  return localText(value, context.languages[0] ?? "en", context, at) ?? {};
}

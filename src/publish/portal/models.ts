// How the organisation and each product live with open source: models with their reasons, money, the border of an open core, and how much of it is open source.
import { type Language, localText } from "#look";
import type { BusinessProfile, Product } from "#program";
import type { ScanResult } from "#scan";
import { noteOf } from "../reports/share-picture.ts";
import { referenceLines } from "../shared/references.ts";

const BY_COMPONENTS = "consumption.open-source-share";
const BY_SIZE = "consumption.open-source-share-by-size";

export interface ModelLine {
  readonly model: string;
  /** What it is called, where it is none of the usual ones. */
  readonly name?: string;
  /** Percent of the business. */
  readonly share?: number;
  readonly revenue?: string;
  readonly because?: string;
  readonly reasons: readonly string[];
  readonly risks: readonly string[];
}

export interface ShareFigure {
  /** 0..1; null where nobody knows. */
  readonly value: number | null;
  /** What it is a share of, or why it is not known. */
  readonly note: string;
}

export interface BusinessView {
  readonly id: string;
  readonly name: string;
  readonly role?: string;
  readonly state?: string;
  readonly models: readonly ModelLine[];
  readonly differentiation?: string;
  readonly openCore?: { readonly core: readonly string[]; readonly closed: readonly string[] };
  readonly bySize: ShareFigure;
  readonly byComponents: ShareFigure;
}

export interface ModelsPage {
  readonly organization: BusinessView;
  readonly products: readonly BusinessView[];
  readonly references: readonly { readonly at: number; readonly label: string }[];
  /** Whether the lines are the organisation's own. */
  readonly ownReferences: boolean;
}

export function modelsPage(result: ScanResult, language: Language): ModelsPage {
  const { organization } = result.program;
  return {
    organization: {
      id: organization.id,
      name: organization.name,
      ...profileOf(organization.business, language),
      ...sharesOf(result, "organization", language),
    },
    products: organization.products.map((product) => productView(product, result, language)),
    references: referenceLines(result, BY_COMPONENTS, language).map(({ at, label }) => ({ at, label })),
    ownReferences: organization.referenceLines !== undefined && Object.hasOwn(organization.referenceLines, BY_COMPONENTS),
  };
}

function productView(product: Product, result: ScanResult, language: Language): BusinessView {
  const { id, name, models, business, differentiation, openCore } = product;
  const profile = profileOf(business, language);
  return {
    id,
    name: localText(name, language) ?? id,
    ...profile,
    models: profile.models.length > 0 ? profile.models : models.map((model) => ({ model, reasons: [], risks: [] })),
    ...(differentiation === undefined ? {} : { differentiation }),
    ...(openCore === undefined ? {} : { openCore }),
    ...sharesOf(result, `product:${id}`, language),
  };
}

function profileOf(profile: BusinessProfile | undefined, language: Language): Pick<BusinessView, "role" | "state" | "models"> {
  if (!profile) return { models: [] };
  const { role, state, models } = profile;
  return { ...(role === undefined ? {} : { role }), state, models: models.map((model) => lineOf(model, language)) };
}

function lineOf({ since: _since, name, ...model }: BusinessProfile["models"][number], language: Language): ModelLine {
  const called = localText(name, language);
  return { ...model, ...(called === undefined ? {} : { name: called }) };
}

function sharesOf({ measures }: ScanResult, subject: string, language: Language): Pick<BusinessView, "bySize" | "byComponents"> {
  const figure = (measure: string): ShareFigure => {
    const value = measures.find((one) => one.measure === measure && one.subject === subject);
    return value ? { value: value.value, note: noteOf(value, language) } : { value: null, note: "" };
  };
  return { bySize: figure(BY_SIZE), byComponents: figure(BY_COMPONENTS) };
}

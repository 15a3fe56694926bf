// The business profile of an organisation or a product: what is said of each model, and what cannot be.
import { phrase } from "#kit";
import type { BusinessProfile } from "../business/types.ts";
import type { Checked } from "../read/check.ts";
import type { Path } from "../read/yaml.ts";
import type { BusinessDocument } from "../schema/business.ts";
import type { OrganizationDocument } from "../schema/organization.ts";
import { type Context, localText } from "./context.ts";

export function readBusiness(
  business: BusinessDocument | undefined,
  path: Path,
  document: Checked<OrganizationDocument>,
  context: Context,
): { readonly business?: BusinessProfile } {
  if (!business) return {};
  const total = business.models.reduce((sum, { share }) => sum + (share ?? 0), 0);
  if (total > 100) {
    context.problems.warn(
      "contradiction",
      document.position([...path, "models"]),
      phrase`the shares of the models are ${total} % together`,
      {
        hint: phrase`They are parts of one business: at most 100 % together.`,
      },
    );
  }
  const seen = new Set<string>();
  const language = context.languages[0] ?? "en";
  for (const [index, { model, name }] of business.models.entries()) {
    // Of the others there may be several, each under its name.
    const called = name === undefined ? model : `${model} ${JSON.stringify(name)}`;
    if (seen.has(called)) {
      context.problems.warn(
        "contradiction",
        document.position([...path, "models", index, "model"]),
        phrase`the model "${model}" stands here twice`,
        {
          hint: phrase`Say everything of a model in one place.`,
        },
      );
    }
    seen.add(called);
  }
  return {
    business: {
      ...(business.role === undefined ? {} : { role: business.role }),
      state: business.state ?? "draft",
      ...(business.review === undefined ? {} : { review: business.review }),
      models: business.models.map(({ model, name, share, revenue, because, reasons, risks, since }) => ({
        model,
        ...(name === undefined ? {} : { name: localText(name, language, context) ?? {} }),
        ...(share === undefined ? {} : { share }),
        ...(revenue === undefined ? {} : { revenue }),
        ...(because === undefined ? {} : { because }),
        reasons: reasons ?? [],
        risks: risks ?? [],
        ...(since === undefined ? {} : { since }),
      })),
    },
  };
}

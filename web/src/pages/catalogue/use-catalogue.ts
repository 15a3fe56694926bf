import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";

export type Catalogue = components["schemas"]["CataloguePage"];
export type Entry = components["schemas"]["CatalogueEntry"];

/** The whole catalogue: hundreds of entries, not thousands. */
export const catalogueRead = {
  of: ["catalogue"],
  read: (signal: AbortSignal) => data(api.GET("/api/portal/catalogue", { signal })),
};

// The matrix as a page shows it.
import { routeDeps } from "../http/openapi-document.ts";
import { accessMatrix } from "./matrix.ts";
import { permissionsOf, type Role, roles } from "./permissions.ts";
import { listRoutes } from "./route-list.ts";

export interface AccessReference {
  readonly roles: readonly string[];
  readonly routes: readonly { readonly route: string; readonly asks: string; readonly may: readonly boolean[]; readonly units: string }[];
}

export async function accessReference(): Promise<AccessReference> {
  const routes = await listRoutes(routeDeps());
  return {
    roles: ["nobody", ...roles],
    routes: routes.map(({ method, url, permission }) => {
      const route = `${method} ${url}`;
      const asks = permission ?? "nothing";
      return {
        route,
        asks,
        may: [asks === "public", ...roles.map((role) => mayWith(role, asks))],
        units: accessMatrix[route]?.units ?? "not written down",
      };
    }),
  };
}

function mayWith(role: Role, asks: string): boolean {
  return asks === "public" || asks === "known" || asks === "signed-in" || (permissionsOf[role] as readonly string[]).includes(asks);
}

// /api/openapi.json, made from the routes themselves.
import swagger from "@fastify/swagger";
import { createJsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import type { App } from "../deps.ts";
import { problemSchema } from "./problem.ts";

const transform = createJsonSchemaTransform({ skipList: ["/*"] });

export async function describeRoutes(app: App, version: string): Promise<void> {
  app.addHook("onRoute", (route) => {
    if (!route.url.startsWith("/api/")) return;
    const response = (route.schema?.response ?? {}) as Record<string, unknown>;
    route.schema = {
      ...route.schema,
      response: {
        ...response,
        default: { description: "Refused.", content: { "application/problem+json": { schema: problemSchema } } },
      },
    };
  });
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Allmend",
        version,
        description: "The open source program office over HTTP. Every refusal is `application/problem+json` with a stable `code`.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" } as { name: string },
      },
      components: {
        securitySchemes: {
          token: { type: "http", scheme: "bearer", description: "A token made in the portal or by `allmend token create`." },
          session: { type: "apiKey", in: "cookie", name: "__Host-allmend", description: "The session of somebody who signed in." },
        },
      },
    },
    transform: (input) => {
      const { schema, url } = transform(input);
      const { permission } = input.route.config ?? {};
      const open = permission === "public" || permission === undefined;
      return {
        url,
        schema: { ...schema, security: open ? [] : [{ token: [] }, { session: [] }], "x-permission": permission } as typeof schema,
      };
    },
    transformObject: jsonSchemaTransformObject,
  });
  app.route({
    method: "GET",
    url: "/api/openapi.json",
    schema: { hide: true },
    config: { permission: "public" },
    handler: async () => app.swagger(),
  });
}

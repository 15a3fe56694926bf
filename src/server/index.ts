// The door of the room: the office over HTTP.
export { openApiDocument } from "./http/openapi-document.ts";
export { serverProblems } from "./problem-codes.ts";

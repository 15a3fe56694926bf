// The door of the room: the office over HTTP.
export { accessReference } from "./access/reference.ts";
export { connectOffice, type ClientOptions, type OfficeClient } from "./client.ts";
export { createLog } from "./http/log.ts";
export { openApiDocument } from "./http/openapi-document.ts";
export { programFilesBelow } from "./program.ts";
export { serverProblems } from "./problem-codes.ts";
export { openOffice, startServer } from "./start.ts";

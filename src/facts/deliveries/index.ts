export { readDeployments, type ReadDeployments } from "./deployments.ts";
export { type DeliveryRecord, deploymentsOnRecord, incidentsOnRecord, judgementsOnRecord } from "./from-records.ts";
export { readIncidents, type ReadIncidents } from "./incidents.ts";
export { readMoment } from "./moments.ts";
export * from "./types.ts";

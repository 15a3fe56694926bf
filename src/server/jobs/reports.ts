// Reports that come again every month or quarter.
import { sendDueReports } from "../reports/send-due.ts";
import type { JobModule } from "./index.ts";

export const reportsOnTime: JobModule = { name: "reports-on-time", repeat: "*/10 * * * *", run: (deps) => sendDueReports(deps) };

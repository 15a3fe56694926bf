// Telling people and other systems, every minute.
import { sendNotices } from "../notify/send-notices.ts";
import { attachReport } from "../reports/attach-report.ts";
import { tellWebhooks } from "../notify/tell-webhooks.ts";
import type { JobModule } from "./index.ts";

export const noticesByMail: JobModule = {
  name: "notices",
  repeat: "* * * * *",
  run: (deps) => sendNotices(deps, (notice, person) => attachReport(deps, notice, person)),
};
export const noticesByWebhook: JobModule = { name: "webhooks", repeat: "* * * * *", run: (deps) => tellWebhooks(deps) };

// Telling people and other systems, every minute.
import { sendNotices } from "../notify/send-notices.ts";
import { tellWebhooks } from "../notify/tell-webhooks.ts";
import type { JobModule } from "./index.ts";

export const noticesByMail: JobModule = { name: "notices", repeat: "* * * * *", run: (deps) => sendNotices(deps) };
export const noticesByWebhook: JobModule = { name: "webhooks", repeat: "* * * * *", run: (deps) => tellWebhooks(deps) };

// How people and other systems are told.
export { calendarOwner, dropCalendar, makeCalendar, type NoticeWish, setWish, wishOf } from "./wishes.ts";
export {
  endWebhook,
  listWebhooks,
  makeWebhook,
  takeWebhook,
  type Webhook,
  webhookFailed,
  webhookGaveUp,
  webhookTook,
} from "./webhooks.ts";

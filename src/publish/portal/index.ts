// What pages of the portal show of an office: read models in the reader's language, without a mark of HTML.
export { changesIn, type DocumentChange, type DocumentName, headChanges } from "./changes.ts";
export { agendaOf, decisionsOf, lanesOf } from "./board.ts";
export { nextMeeting } from "./meeting.ts";
export { minutesText } from "./minutes.ts";
export { projectLines, projectPage } from "./communities.ts";
export { answersByProduct, dutyWords, type LicenseTrust, licenseTrust } from "./component.ts";
export { licenseKindsOf, licensePage } from "./licenses.ts";
export { gapSentences } from "../shared/suppliers.ts";
export { deliveryPage, type DeliveryPage, type PastDelivery } from "./delivery.ts";
export { findingPage, ruleSentences } from "./finding.ts";
export { officePage } from "./office.ts";
export type { OpenCount } from "./open.ts";
export { policyLines, policyPage } from "./policies.ts";
export { strategyPage } from "./strategy.ts";
export { upstreamsPage } from "./upstreams.ts";
export { whyPage } from "./why.ts";

// The one registry of what can be put on record from here: a kind is one file and one line.
import { acknowledgement } from "./acknowledgement.ts";
import { attestation } from "./attestation.ts";
import { deployment, failure, incident, nonconformance } from "./delivery.ts";
import type { RecordKind } from "./kind.ts";
import { obligation } from "./obligation.ts";
import { release } from "./release.ts";
import { report } from "./report.ts";
import { supplierDelivery } from "./supplier-delivery.ts";
import { vex } from "./vex.ts";

export const recordKinds: readonly RecordKind[] = [
  acknowledgement,
  attestation,
  obligation,
  release,
  deployment,
  incident,
  failure,
  nonconformance,
  report,
  supplierDelivery,
  vex,
];

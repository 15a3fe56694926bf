// record deployment ID, record incident ID: what a pipeline says when something reached users, and what people say when it hurt them.
// record failure TAG: whether a release that signs in the history flag did fail.
import { AllmendError } from "#kit";
import { moment } from "../environment.ts";
import { defined, deliverySubject, type RecordKind } from "./kind.ts";

const RESULTS = ["success", "failure"];

export const deployment: RecordKind = {
  id: "deployment",
  say(_id, { about, at, commit, tag, environment, result, unplanned }, program) {
    if (result !== undefined && !RESULTS.includes(result)) {
      throw new AllmendError("bad-result", "input", `"${result}" is no result of a deployment`, { hint: "Say success or failure." });
    }
    return {
      subject: deliverySubject(about, "deployment", program),
      ...(at === undefined ? {} : { at: moment(at) }),
      data: defined({ commit, tag, environment, result, unplanned }),
    };
  },
};

export const incident: RecordKind = {
  id: "incident",
  say(_id, { about, at, resolved, cause, title }, program) {
    return {
      subject: deliverySubject(about, "incident", program),
      ...(at === undefined ? {} : { at: moment(at) }),
      data: defined({ title, cause, resolved: resolved === undefined ? undefined : moment(resolved) }),
    };
  },
};

/** Something that broke a rule or a licence, from when to when: what the office's time to mend is made from. */
export const nonconformance: RecordKind = {
  id: "nonconformance",
  say(_id, { about, at, resolved, because, title }, program) {
    return {
      subject: deliverySubject(about, "nonconformance", program),
      ...(at === undefined ? {} : { at: moment(at) }),
      data: defined({ title, because, resolved: resolved === undefined ? undefined : moment(resolved) }),
    };
  },
};

export const failure: RecordKind = {
  id: "failure",
  say(_id, { about, value, because }, program) {
    return { subject: deliverySubject(about, "failure", program), data: { value, ...defined({ because }) } };
  },
};

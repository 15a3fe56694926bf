// Who works for whom, as affiliations.yaml tells it. It holds personal data: no result repeats it.
/** For whom people work who commit, beside what their addresses say. Domains and addresses in lower case. */
export interface Affiliations {
  readonly organizations: readonly {
    readonly id: string;
    readonly name: string;
    /** A domain covers what ends in it. */
    readonly domains: readonly string[];
    /** A part of us. */
    readonly ours: boolean;
  }[];
  readonly people: readonly {
    readonly addresses: readonly string[];
    /** An id of `organizations`, or `us`. */
    readonly organization: string;
    /** First and last day (ISO) on which that holds. */
    readonly from?: string;
    readonly until?: string;
  }[];
  /** Domains that stand for no organisation, beside the usual ones. */
  readonly personal: readonly string[];
  /** Names or addresses of programs. */
  readonly bots: readonly string[];
}

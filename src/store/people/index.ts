// People, what they may, how they are known.
export { type Absence, absencesFrom, endAbsencesOf, tellAbsence, withdrawAbsence } from "./absences.ts";
export { dropLinksOf, findLink, type Link, makeLink, useLink } from "./links.ts";
export {
  addPerson,
  findPerson,
  hasPeople,
  whoLeft,
  issuersOf,
  leftAmong,
  linkIdentity,
  listPeople,
  markLeft,
  markReturned,
  namesOf,
  type Person,
  personOf,
  rename,
  type Sql,
} from "./people.ts";
export { endRole, type Grant, giveRole, grantsInForce, holdersOf, type KeptGrant, rolesOf, setProviderRoles } from "./roles.ts";
export { beginSession, endSession, endSessionsOf, type Session, sessionsOf, useSession } from "./sessions.ts";
export { beginSignIn, takeSignIn } from "./sign-ins.ts";
export { findToken, listTokens, makeToken, revokeToken, type Token } from "./tokens.ts";

// Every check on the files of a repository: one line each.
import { binaries } from "./checks/binaries.ts";
import { codeOfConduct } from "./checks/code-of-conduct.ts";
import { codeowners } from "./checks/codeowners.ts";
import { contents } from "./checks/contents.ts";
import { contributing } from "./checks/contributing.ts";
import { copyright } from "./checks/copyright.ts";
import { dockerfiles } from "./checks/dockerfiles.ts";
import { communityDocuments } from "./checks/documents.ts";
import { downloads } from "./checks/downloads.ts";
import { forbiddenPaths } from "./checks/forbidden-paths.ts";
import { identity } from "./checks/identity.ts";
import { incubator } from "./checks/incubator.ts";
import { internalHosts } from "./checks/internal-hosts.ts";
import { invitation } from "./checks/invitation.ts";
import { license } from "./checks/license.ts";
import { manifests } from "./checks/manifests.ts";
import { presence } from "./checks/presence.ts";
import { publiccode } from "./checks/publiccode.ts";
import { readme } from "./checks/readme.ts";
import { securityInsights } from "./checks/security-insights.ts";
import { securityPolicy } from "./checks/security-policy.ts";
import { sourceHeaders } from "./checks/source-headers.ts";
import { workflows } from "./checks/workflows.ts";
import type { Check } from "./types.ts";

export const checks: readonly Check[] = [
  license,
  copyright,
  sourceHeaders,
  communityDocuments,
  readme,
  invitation,
  contributing,
  codeOfConduct,
  securityPolicy,
  securityInsights,
  codeowners,
  presence,
  publiccode,
  manifests,
  identity,
  contents,
  binaries,
  workflows,
  dockerfiles,
  downloads,
  forbiddenPaths,
  internalHosts,
  incubator,
];

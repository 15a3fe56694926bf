// Names of files that hold licences.

const licenseName =
  /^(?:[\w.-]{0,40}[-_.])?(?:licen[cs]es?|copying(?:lib)?|copyright|notices?|unlicen[cs]e|patents|legal|third[-_]?party[-_]?(?:notices?|licen[cs]es?)|eula|mit|apache|gpl|lgpl|bsd)(?:[-_.][\w.-]{0,40})?$/i;
const otherContent =
  /\.(?:[cm]?[jt]sx?|json|ya?ml|py|rb|go|rs|java|kt|cs|php|css|scss|png|svg|jpe?g|gif|ico|pdf|docx?|toml|lock|sh|lua|c|h|cc|cpp|hpp|swift|map|class|jar|zip|gz)$/i;

/** Whether a file's name says that it is about its licence: `LICENSE`, `COPYING.LESSER`, `LICENSE-MIT.txt`, `NOTICE.md`, `third-party-notices.txt`. */
export function isLicenseFile(name: string): boolean {
  return name.length <= 120 && licenseName.test(name) && !otherContent.test(name);
}

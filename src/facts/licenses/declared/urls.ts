// Addresses that stand for a licence, as POMs, NuGet packages and headers give them. Keys are compared by `urlKey`: no scheme, no "www.", no query,
// no trailing slash, no file ending (.txt .html .htm .php .md .xml), lower case. Source: the stewards' own pages.

/** Whole addresses. */
export const licenseUrls: readonly (readonly [expression: string, urls: string])[] = [
  ["Apache-1.0", "apache.org/licenses/license-1.0"],
  ["Apache-1.1", "apache.org/licenses/license-1.1"],
  [
    "Apache-2.0",
    "apache.org/licenses/license-2.0 apache.org/licenses apache.org/license/license-2.0 apache.org/licenses/apache-2.0 apache.org/licenses/license-2 apache.org/license-2.0 apache.org/licenses/license aws.amazon.com/apache2.0 aws.amazon.com/apache-2-0 repository.jboss.org/licenses/apache-2.0 opensource.org/licenses/apache2.0 opensource.org/licenses/apache-2 opensource.org/licenses/apachepl jmock.org/license-apache en.wikipedia.org/wiki/apache_license tldrlegal.com/l/apache2",
  ],
  [
    "BSD-2-Clause",
    "opensource.org/licenses/bsd-license opensource.org/licenses/bsd freebsd.org/copyright/freebsd-license jdbc.postgresql.org/about/license jdbc.postgresql.org/license",
  ],
  [
    "BSD-3-Clause",
    "eclipse.org/org/documents/edl-v10 eclipse.org/legal/eplfaq-edl opensource.org/licenses/bsd3-clause asm.ow2.org/license asm.ow2.io/license asm.objectweb.org/license antlr.org/license antlr4.org/license golang.org/license go.dev/license developers.google.com/open-source/licenses/bsd hamcrest.org/javahamcrest/license",
  ],
  ["BSL-1.0", "boost.org/license_1_0 boost.org/users/license"],
  ["CC0-1.0", "repository.jboss.org/licenses/cc0-1.0"],
  ["CC-PDDC", "creativecommons.org/licenses/publicdomain creativecommons.org/publicdomain/mark/1.0"],
  [
    "CDDL-1.0",
    "opensource.org/licenses/cddl1 sun.com/cddl sun.com/cddl/cddl glassfish.dev.java.net/public/cddl+gpl opensolaris.org/os/licensing opensolaris.org/license/cddl",
  ],
  [
    "CDDL-1.1 OR GPL-2.0-only WITH Classpath-exception-2.0",
    "glassfish.java.net/public/cddl+gpl_1_1 glassfish.java.net/public/cddl+gpl oss.oracle.com/licenses/cddl+gpl-1.1 glassfish.java.net/nonav/public/cddl+gpl javaee.github.io/glassfish/license glassfish.dev.java.net/nonav/public/cddl+gpl jersey.java.net/license oss.oracle.com/licenses/cddl+gpl glassfish.dev.java.net/public/cddl+gpl_1_1",
  ],
  [
    "CPL-1.0",
    "ibm.com/developerworks/library/os-cpl eclipse.org/legal/cpl-v10 junit.sourceforge.net/cpl-v10 opensource.org/licenses/cpl1.0",
  ],
  [
    "EPL-1.0",
    "eclipse.org/legal/epl-v10 eclipse.org/org/documents/epl-v10 opensource.org/licenses/eclipse-1.0 junit.org/license repository.jboss.org/licenses/epl-1.0 eclipse.org/org/documents/epl-1.0",
  ],
  [
    "EPL-2.0",
    "eclipse.org/legal/epl-2.0 eclipse.org/legal/epl-v20 eclipse.org/org/documents/epl-2.0/epl-2.0 eclipse.org/org/documents/epl-v20 eclipse.org/org/documents/epl-2.0",
  ],
  ["EUPL-1.1", "ec.europa.eu/idabc/eupl ec.europa.eu/idabc/7330l5"],
  [
    "EUPL-1.2",
    "joinup.ec.europa.eu/software/page/eupl joinup.ec.europa.eu/collection/eupl joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12 eupl.eu eupl.eu/1.2/de eupl.eu/1.2/fr eupl.eu/1.2/en joinup.ec.europa.eu/page/eupl-text-11-12",
  ],
  ["GPL-1.0-only", "gnu.org/licenses/old-licenses/gpl-1.0"],
  [
    "GPL-2.0-only",
    "gnu.org/licenses/gpl-2.0 gnu.org/licenses/old-licenses/gpl-2.0 opensource.org/licenses/gpl-2.0 gnu.org/licenses/gpl2 gnu.org/licenses/old-licenses/gpl-2.0.en gnu.org/licenses/gpl-2.0.en gnu.org/licenses/gplv2",
  ],
  [
    "GPL-2.0-only WITH Classpath-exception-2.0",
    "openjdk.java.net/legal/gplv2+ce openjdk.org/legal/gplv2+ce projects.eclipse.org/license/secondary-gpl-2.0-cp",
  ],
  ["GPL-2.0-or-later WITH Classpath-exception-2.0", "gnu.org/software/classpath/license"],
  [
    "GPL-3.0-only",
    "gnu.org/licenses/gpl-3.0 opensource.org/licenses/gpl-3.0 gnu.org/licenses/gpl-3.0.en gnu.org/licenses/gplv3 gnu.org/licenses/quick-guide-gplv3",
  ],
  ["GPL-1.0-or-later", "gnu.org/copyleft/gpl gnu.org/licenses/gpl gnu.org/licenses/gpl.en opensource.org/licenses/gpl-license"],
  ["LGPL-2.0-only", "gnu.org/licenses/old-licenses/lgpl-2.0 gnu.org/licenses/lgpl-2.0"],
  [
    "LGPL-2.1-only",
    "gnu.org/licenses/lgpl-2.1 gnu.org/licenses/old-licenses/lgpl-2.1 opensource.org/licenses/lgpl-2.1 repository.jboss.org/licenses/lgpl-2.1 gnu.org/licenses/old-licenses/lgpl-2.1.en gnu.org/licenses/lgpl-2.1.en",
  ],
  ["LGPL-3.0-only", "gnu.org/licenses/lgpl-3.0 opensource.org/licenses/lgpl-3.0 gnu.org/licenses/lgpl-3.0.en"],
  [
    "LGPL-2.0-or-later",
    "gnu.org/copyleft/lesser gnu.org/licenses/lgpl gnu.org/copyleft/lgpl opensource.org/licenses/lgpl-license gnu.org/licenses/lgpl.en",
  ],
  [
    "AGPL-3.0-only",
    "gnu.org/licenses/agpl-3.0 gnu.org/licenses/agpl opensource.org/licenses/agpl-3.0 gnu.org/licenses/agpl-3.0.en fsf.org/licensing/licenses/agpl-3.0",
  ],
  [
    "ISC",
    "opensource.org/licenses/isc-license opensource.org/licenses/isc isc.org/licenses isc.org/downloads/software-support-policy/isc-license",
  ],
  ["JSON", "json.org/license"],
  [
    "MIT",
    "opensource.org/licenses/mit-license opensource.org/licenses/mit opensource.org/mit jquery.org/license/mit mit-license.org mit-license.org/license en.wikipedia.org/wiki/mit_license bouncycastle.org/licence slf4j.org/license bouncycastle.org/license jsoup.org/license choosealicense.com/licenses/mit jquery.org/license tldrlegal.com/l/mit mit.edu/~amini/license en.wikipedia.org/wiki/expat_license projectlombok.org/license checkerframework.org/license",
  ],
  ["MPL-1.0", "mozilla.org/mpl/mpl-1.0 mozilla.org/mpl/1.0"],
  ["MPL-1.1", "mozilla.org/mpl/mpl-1.1 mozilla.org/mpl/1.1 opensource.org/licenses/mozilla1.1"],
  ["MPL-2.0", "mozilla.org/mpl/2.0 mozilla.org/mpl/2.0/index mozilla.org/en-us/mpl/2.0 mpl.mozilla.org/2012/01/03/announcing-mpl-2-0"],
  ["MPL-2.0 OR EPL-1.0", "h2database.com/html/license"],
  [
    "MS-PL",
    "opensource.org/licenses/ms-pl microsoft.com/opensource/licenses microsoft.com/en-us/openness/licenses msdn.microsoft.com/en-us/library/ff647676",
  ],
  ["OFL-1.1", "scripts.sil.org/ofl scripts.sil.org/ofl_web openfontlicense.org openfontlicense.org/open-font-license-official-text"],
  ["PHP-3.01", "php.net/license/3_01 php.net/license"],
  ["PHP-3.0", "php.net/license/3_0"],
  ["PostgreSQL", "postgresql.org/about/licence postgresql.org/about/license opensource.org/licenses/postgresql"],
  ["Python-2.0", "python.org/psf/license python.org/download/releases/2.7/license docs.python.org/2/license"],
  ["Artistic-2.0", "perlfoundation.org/artistic-license-20 perlfoundation.org/artistic_license_2_0"],
  ["Artistic-1.0-Perl OR GPL-1.0-or-later", "dev.perl.org/licenses perl.org/licenses dev.perl.org/licenses/artistic"],
  ["ODbL-1.0", "opendatacommons.org/licenses/odbl opendatacommons.org/licenses/odbl/1-0 opendatacommons.org/licenses/odbl/1.0"],
  ["ODC-By-1.0", "opendatacommons.org/licenses/by opendatacommons.org/licenses/by/1-0 opendatacommons.org/licenses/by/1.0"],
  ["PDDL-1.0", "opendatacommons.org/licenses/pddl opendatacommons.org/licenses/pddl/1-0 opendatacommons.org/licenses/pddl/1.0"],
  ["blessing", "sqlite.org/copyright"],
  ["curl", "curl.se/docs/copyright curl.haxx.se/docs/copyright"],
  ["Apache-2.0 WITH LLVM-exception", "llvm.org/license foundation.llvm.org/relicensing/license"],
  ["PSF-2.0", "docs.python.org/license docs.python.org/3/license"],
  ["UPL-1.0", "oss.oracle.com/licenses/upl opensource.oracle.com/licenses/upl"],
  ["Unlicense", "unlicense.org unlicense.org/unlicense"],
  ["Unicode-3.0", "unicode.org/license unicode.org/license.txt"],
  ["WTFPL", "wtfpl.net wtfpl.net/txt/copying wtfpl.net/about sam.zoy.org/wtfpl sam.zoy.org/wtfpl/copying"],
  ["Zlib", "zlib.net/zlib_license opensource.org/licenses/zlib-license gzip.org/zlib/zlib_license"],
  ["ZPL-2.1", "zope.org/resources/zpl foundation.zope.org/agreements/zpl_2.1"],
  ["Elastic-2.0", "elastic.co/licensing/elastic-license"],
  ["SSPL-1.0", "mongodb.com/licensing/server-side-public-license"],
  ["BUSL-1.1", "mariadb.com/bsl11"],
  ["BSD-3-Clause-Clear", "labs.metacarta.com/license-explanation"],
  // .NET: packages of the platform itself name their licence by these addresses.
  [
    "MIT",
    "github.com/dotnet/corefx/blob/master/license github.com/dotnet/runtime/blob/master/license github.com/dotnet/runtime/blob/main/license github.com/dotnet/standard/blob/master/license github.com/dotnet/coreclr/blob/master/license github.com/dotnet/core-setup/blob/master/license",
  ],
  [
    "LicenseRef-Proprietary",
    "microsoft.com/net/dotnet_library_license microsoft.com/web/webpi/eula/net_library_eula_enu microsoft.com/web/webpi/eula/aspnetmvc3update-eula microsoft.com/web/webpi/eula/webpages_2_eula_enu",
  ],
];

/** Addresses whose last part is an id of the SPDX list, or nearly one: prefix of `urlKey`, and what it is followed by. */
export const idUrlPrefixes: readonly string[] = [
  "spdx.org/licenses/",
  "opensource.org/licenses/",
  "opensource.org/license/",
  "choosealicense.com/licenses/",
  "licenses.nuget.org/",
  "api.github.com/licenses/",
  "repository.jboss.org/licenses/",
  "gnu.org/licenses/",
  "gnu.org/licenses/old-licenses/",
  "gnu.org/copyleft/",
  "fsf.org/licensing/licenses/",
  "tldrlegal.com/license/",
];

// Addresses of licence files in other people's repositories: what such a file holds is not in its address, but for these owners and projects it is
// common knowledge. Source: the rule that the owner publishes for all its repositories (foundations, companies), or the project's own licence file,
// which has held the same licence over its releases. No row where a project changed its licence or an owner has several.

/** Owners by whose own rule (nearly) every repository is under one licence. */
export const ownersWithOneLicense: readonly (readonly [expression: string, owners: string])[] = [
  [
    "Apache-2.0",
    "apache kubernetes kubernetes-sigs kubernetes-client googleapis googlecloudplatform spring-projects spring-cloud openstack prometheus istio envoyproxy etcd-io containerd moby helm grpc grpc-ecosystem open-telemetry jaegertracing opencontainers coreos tektoncd knative fluxcd argoproj linkerd tensorflow square netflix quarkusio micronaut-projects swagger-api openapitools sigstore hyperledger opensearch-project aws awslabs google scala elixir-lang akkadotnet castleproject serilog xunit identityserver identitymodel quartznet masstransit aspnet bazelbuild openzipkin resilience4j",
  ],
  [
    "MIT",
    "dotnet microsoft azure azure-samples xamarin nunit autofac angular vuejs nuxt vitejs rollup babel webpack webpack-contrib eslint prettier expressjs pillarjs jshttp koajs fastify socketio jquery lodash moment axios reduxjs tanstack sveltejs twbs ant-design styled-components emotion-js storybookjs sindresorhus chalk chaijs avajs yargs markdown-it micromark remarkjs rehypejs unifiedjs syntax-tree date-fns feross laravel symfony doctrine guzzle thephpleague php-fig rails rspec heartcombo phoenixframework pytest-dev libexpat alamofire vapor mochajs gulpjs gruntjs browserify graphql",
  ],
  ["MIT OR Apache-2.0", "rust-lang rust-random rust-num serde-rs rustcrypto dtolnay crossbeam-rs rayon-rs"],
  [
    "BSD-3-Clause",
    "golang protocolbuffers pallets django numpy scipy scikit-learn pandas-dev jupyter jupyterlab ipython encode nlog app-vnext",
  ],
  ["BSL-1.0", "boostorg"],
  ["Apache-2.0 WITH LLVM-exception", "llvm bytecodealliance"],
  ["PostgreSQL", "npgsql"],
  ["LGPL-2.1-only", "nhibernate"],
];

/** Single projects, `owner/name`. */
export const knownRepositories: readonly (readonly [expression: string, repositories: string])[] = [
  [
    "MIT",
    "jamesnk/newtonsoft.json atom/atom electron/electron zloirock/core-js kriskowal/q petkaantonov/bluebird caolan/async mde/ejs janl/mustache.js tj/commander.js visionmedia/debug debug-js/debug paulmillr/chokidar micromatch/micromatch uuidjs/uuid broofa/node-uuid websockets/ws nodeca/js-yaml vercel/ms mrdoob/three.js pixijs/pixi.js chartjs/chart.js select2/select2 datatables/datatables hakimel/reveal.js stackexchange/stackexchange.redis domaindrivendev/swashbuckle.aspnetcore closedxml/closedxml ricosuter/nswag ricosuter/njsonschema rsuter/nswag mysql-net/mysqlconnector jstedfast/mailkit jstedfast/mimekit aaubry/yamldotnet nancyfx/nancy zzzprojects/html-agility-pack reactiveui/reactiveui reactiveui/refit fody/fody rebus-org/rebus kohsuke/winsw winsw/winsw jenkinsci/jenkins mockito/mockito projectlombok/lombok rzwitserloot/lombok qos-ch/slf4j jhy/jsoup fastapi/fastapi tiangolo/fastapi urllib3/urllib3 benjaminp/six yaml/pyyaml yaml/libyaml sqlalchemy/sqlalchemy psf/black python-attrs/attrs stretchr/testify sirupsen/logrus burntsushi/toml mattn/go-isatty mattn/go-colorable mattn/go-sqlite3 urfave/cli gin-gonic/gin labstack/echo go-chi/chi mitchellh/mapstructure tidwall/gjson nlohmann/json fmtlib/fmt gabime/spdlog jbeder/yaml-cpp ocornut/imgui open-source-parsers/jsoncpp lua/lua sparklemotion/nokogiri lostisland/faraday",
  ],
  [
    "Apache-2.0",
    "fasterxml/jackson fasterxml/jackson-core fasterxml/jackson-databind fasterxml/jackson-annotations reactivex/rxjava reactivex/rxjs reactivex/rxandroid netty/netty assertj/assertj-core brettwooldridge/hikaricp mybatis/mybatis-3 alibaba/fastjson alibaba/druid microsoft/typescript dapperlib/dapper stackexchange/dapper stackexchange/dapper-dot-net restsharp/restsharp ericsink/sqlitepcl.raw ninject/ninject solrnet/solrnet topshelf/topshelf owin/gate mongodb/mongo-csharp-driver mongodb/mongo-go-driver mongodb/js-bson mongodb/mongo-java-driver psf/requests requests/requests kennethreitz/requests aio-libs/aiohttp boto/botocore boto/boto3 tornadoweb/tornado docker/cli docker/distribution docker/go-units docker/go-connections spf13/cobra spf13/afero minio/minio-go puppeteer/puppeteer googlechrome/puppeteer googlechrome/lighthouse request/request swc-project/swc mozilla/pdf.js log4js-node/log4js-node dropwizard/metrics dropwizard/dropwizard xerial/snappy-java xerial/sqlite-jdbc lz4/lz4-java ben-manes/caffeine jetbrains/kotlin gradle/gradle",
  ],
  [
    "BSD-3-Clause",
    "google/protobuf google/googletest google/go-cmp google/uuid google/leveldb google/snappy gorilla/mux gorilla/handlers spf13/pflag pmezard/go-difflib miekg/dns fsnotify/fsnotify julienschmidt/httprouter hapijs/hapi hapijs/joi hapijs/hoek hapijs/boom salesforce/tough-cookie hamcrest/javahamcrest antlr/antlr4 highlightjs/highlight.js isagalaev/highlight.js mozilla/source-map openmathlib/openblas xianyi/openblas moq/moq4",
  ],
  [
    "BSD-2-Clause",
    "pkg/errors russross/blackfriday estools/escodegen estools/esutils estools/estraverse estools/esrecurse mishoo/uglifyjs mishoo/uglifyjs2 terser/terser leaflet/leaflet jquery/esprima luben/zstd-jni",
  ],
  [
    "ISC",
    "npm/node-semver npm/ini npm/hosted-git-info npm/wrappy npm/once isaacs/once isaacs/inherits tapjs/signal-exit davecgh/go-spew jedisct1/libsodium",
  ],
  [
    "MPL-2.0",
    "hashicorp/go-version hashicorp/go-multierror hashicorp/errwrap hashicorp/hcl hashicorp/golang-lru hashicorp/go-cleanhttp hashicorp/go-retryablehttp go-sql-driver/mysql certifi/python-certifi letsencrypt/boulder mozilla/geckodriver mozilla/web-ext",
  ],
  ["PostgreSQL", "postgres/postgres"],
  ["Zlib", "madler/zlib libsdl-org/sdl glfw/glfw"],
  ["curl", "curl/curl bagder/curl"],
  ["CC0-1.0", "github/gitignore"],
  ["Unlicense", "ytdl-org/youtube-dl rg3/youtube-dl"],
  ["EPL-2.0", "junit-team/junit5"],
  ["EPL-1.0", "junit-team/junit4 clojure/clojure"],
  ["Unlicense OR MIT", "burntsushi/byteorder burntsushi/memchr burntsushi/aho-corasick burntsushi/walkdir burntsushi/ripgrep"],
];

// Everything that can be wrong with what is read: repositories, files, lockfiles, SBOMs.
import type { ProblemMeaning } from "#kit";

/** Codes of this room: docs/reference/errors.md is made from it. */
export const factProblems = {
  "bad-registries": {
    means: "`ALLMEND_REGISTRIES` names something that is no registry with its address.",
    remedy: "Write `TYPE=https://…`, several with commas between; `TYPE=none` asks none.",
  },
  "registry-unreachable": {
    means: "A package registry did not answer for some packages.",
    remedy: "Scan again with `--online`: what was answered is remembered. Name a mirror in `ALLMEND_REGISTRIES`.",
  },
  "bad-caches": {
    means: "`--caches` or `ALLMEND_CACHES` names something that is no cache of packages.",
    remedy: "Write `usual`, `none`, or `TYPE=FOLDER`, several with commas between.",
  },
  "folder-not-found": {
    means: "A path that was given is no folder that can be read.",
    remedy: "Give the folder that holds the repositories, or one repository.",
  },
  "folder-unreadable": {
    means: "A folder could not be listed; what is in it was not seen.",
    remedy: "Give the user who runs Allmend the right to read it, or leave it out knowingly.",
  },
  "search-stopped": {
    means: "There are more folders and files than a search looks at; what lies behind was not seen.",
    remedy: "Scan the folders inside one by one.",
  },
  "search-too-deep": {
    means: "Folders lie deeper than the search goes.",
    remedy: "Scan them from nearer, if repositories lie there.",
  },
  "files-of-no-repository": {
    means: "Manifests stand beside the repositories and belong to none, so they were not read.",
    remedy: "Put them into a repository, or scan them with `allmend inventory FILE`.",
  },
  "link-not-followed": {
    means: "A symbolic link leads to a folder; links are never followed.",
    remedy: "Scan the folder that it leads to, if it is to be covered.",
  },
  "odd-name": {
    means: "A name holds characters that command a terminal, turn text round, or are no UTF-8.",
    remedy: "Rename it; until then it is shown with escapes, or left out.",
  },
  "git-pointer-refused": {
    means: "A `.git` file or setting points outside the scanned folder, or is not understood.",
    remedy: "Scan the folder that holds both, or make a full clone. The files were read from the disk instead.",
  },
  "git-not-found": {
    means: "The git program is not on the PATH.",
    remedy: "Install git 2.30 or newer.",
  },
  "git-head-unreadable": {
    means: "What HEAD points to cannot be read.",
    remedy: "Look at the repository with `git fsck`.",
  },
  "git-head-dangling": {
    means: "HEAD names a branch that does not exist, though others do; nothing was read.",
    remedy: "Set it: `git symbolic-ref HEAD refs/heads/NAME`.",
  },
  "git-unborn": {
    means: "The repository has no commit yet.",
    remedy: "Nothing, or commit something.",
  },
  "git-commit-unreadable": {
    means: "The commit of HEAD is missing or damaged.",
    remedy: "Look at the repository with `git fsck`, or fetch it again.",
  },
  "git-objects-refused": {
    means: "Objects of the repository would have to be read from outside the scanned folder, or in a form that is not known.",
    remedy: "Make a full clone without borrowed objects: `git repack -a -d`.",
  },
  "git-shallow": {
    means: "Only a part of the history is here. All files of HEAD were read.",
    remedy: "For facts about the history: `git fetch --unshallow`.",
  },
  "git-files-incomplete": {
    means: "Not all files of HEAD could be listed.",
    remedy: "Look at the repository with `git fsck`; a very large one is read in part.",
  },
  "git-odd-paths": {
    means: "The tree holds paths that no checkout would write (`..`, `.git`); left out.",
    remedy: "Look at who committed them.",
  },
  "git-blobs-missing": {
    means: "Files are not in this copy: a partial clone, or damaged.",
    remedy: "Make a full clone: `git clone` without `--filter`.",
  },
  "git-blob-missing": {
    means: "A file that was to be read is not in this copy.",
    remedy: "Make a full clone: `git clone` without `--filter`.",
  },
  "git-blob-damaged": {
    means: "A file's object could not be read.",
    remedy: "Look at the repository with `git fsck`.",
  },
  "history-shallow": {
    means: "Only a part of the history is here; figures about time and people speak of that part.",
    remedy: "Fetch the rest: `git fetch --unshallow`.",
  },
  "history-incomplete": {
    means: "The history could not be read to its end: a commit is missing or damaged.",
    remedy: "Look at the repository with `git fsck`, or clone it again.",
  },
  "history-tags-incomplete": {
    means: "Not all tags could be read.",
    remedy: "Put the refs into one file: `git pack-refs --all`.",
  },
  "history-tags-elsewhere": {
    means: "Tags name files, or commits that are not here; they are no releases.",
    remedy: "Nothing, if that was meant; else fetch the tags again.",
  },
  "history-replaced": {
    means: "Commits have replacements (`refs/replace`). They are not followed: the history counts as it was recorded.",
    remedy: "Nothing; to make a replacement count, rewrite the history with it.",
  },
  "history-grafts": {
    means: "The repository has grafts (`info/grafts`). They are not followed: the history counts as it was recorded.",
    remedy: "Nothing; git itself has given up grafts.",
  },
  "history-long-message": {
    means: "Commits are larger than 1 MB; the beginning and the end of their messages were read.",
    remedy: "Nothing.",
  },
  "history-times": {
    means: "Commits name no time that can be read, or one from before git was made.",
    remedy: "Nothing; a history is not rewritten for its clocks.",
  },
  "history-addresses": {
    means: "Names in commits have no valid e-mail address; people are told apart by name there.",
    remedy: "Map them in `.mailmap`.",
  },
  "file-too-large": {
    means: "A file is larger than what is read.",
    remedy: "Nothing, if it is no manifest; else split it.",
  },
  "license-file-large": {
    means: "A licence file is larger than any licence; what stands in its middle was not read.",
    remedy: "Put the licence into a file of its own, and the list of what others wrote into another.",
  },
  "license-file-binary": {
    means: "A file is called like a licence and holds no text that can be read.",
    remedy: "Write the licence as plain text (UTF-8).",
  },
  "license-files-left-out": {
    means: "A repository has more or larger licence files than are read; the licences in them are not known.",
    remedy: "Keep at the root and in LICENSES/ only the licences of the repository itself.",
  },
  "file-unreadable": {
    means: "A file could not be read.",
    remedy: "Look at its permissions and at the disk.",
  },
  "file-not-understood": {
    means: "A file that a fact is read from is not understood; the fact is unknown.",
    remedy: "Mend the file as the message says.",
  },
  "check-failed": {
    means: "Looking for a fact failed: a fault of ours. The fact is unknown.",
    remedy: "Report it with the message; the rest of the run holds.",
  },
  "folder-too-large": {
    means: "A plain folder has more files than are read.",
    remedy: "Put it under git, or scan its parts.",
  },
  "folder-too-deep": {
    means: "A plain folder is deeper than is entered.",
    remedy: "Put it under git, or scan its parts.",
  },
  "folders-left-out": {
    means: "Installed packages and caches of a plain folder are left out.",
    remedy: "Nothing: lockfiles name what is in them.",
  },
  "special-files": {
    means: "Sockets, devices and pipes are left out.",
    remedy: "Nothing.",
  },
  "inventory-too-many-files": {
    means: "A repository holds more manifests than are read.",
    remedy: "Scan its parts one by one.",
  },
  "lockfile-too-large": {
    means: "A lockfile or manifest is larger than what is read; its components are missing.",
    remedy: "Split it, or hand in an SBOM.",
  },
  "lockfile-unreadable": {
    means: "A lockfile or manifest is not understood; its components are missing.",
    remedy: "Mend it as the message says: the tool that wrote it would refuse it, too.",
  },
  "lockfile-reader-failed": {
    means: "Reading a lockfile failed: a fault of ours.",
    remedy: "Report it with the file.",
  },
  "lockfile-entry": {
    means: "One entry of a lockfile is not understood; the others are read.",
    remedy: "Mend the line as the message says.",
  },
  "lockfile-is-link": {
    means: "A lockfile, manifest or SBOM is a symbolic link; links are never followed.",
    remedy: "Nothing, where it leads to a file of the same repository: that one is read. Else put the file itself in its place.",
  },
  "lockfile-incomplete": {
    means: "A file alone does not say which versions are used.",
    remedy: "Commit the lockfile beside it, or hand in an SBOM.",
  },
  "sbom-not-a-list": {
    means: "A part of an SBOM that must be a list is none.",
    remedy: "Ask the tool that wrote it for a valid one.",
  },
  "sbom-wrong-format-name": {
    means: "An SBOM calls itself by another name than its format has.",
    remedy: "Ask the tool that wrote it for a valid one.",
  },
  "sbom-unknown-version": {
    means: "An SBOM has a version of its format that is not known; it is read as the newest.",
    remedy: "Ask for CycloneDX 1.0 to 1.7, or SPDX 2.2, 2.3 or 3.0.",
  },
  "sbom-unknown-scope": {
    means: "A component's scope is none of required, optional and excluded; it is taken as required.",
    remedy: "Correct the scope.",
  },
  "sbom-unknown-reference": {
    means: "Dependencies refer to components that the SBOM does not hold.",
    remedy: "Ask for a complete SBOM.",
  },
  "sbom-duplicate-reference": {
    means: "Two packages of an SBOM have the same reference.",
    remedy: "Ask for an SBOM with one reference each.",
  },
  "sbom-package-without-name": {
    means: "A package of an SBOM has no name and is left out.",
    remedy: "Give it a name.",
  },
  "sbom-not-a-package": {
    means: "Parts of an SBOM are files, services or data, and no packages; they are not counted.",
    remedy: "Nothing.",
  },
  "sbom-no-purl": {
    means: "Packages of an SBOM have no package URL; they are known by name only, and found in no lockfile.",
    remedy: "Ask for an SBOM with package URLs.",
  },
  "sbom-broken-purl": {
    means: "A package URL in an SBOM cannot be read.",
    remedy: "Ask for an SBOM with valid package URLs.",
  },
  "survey-unreadable": {
    means: "A file of answers cannot be read, or holds none.",
    remedy: "Use the form that `allmend survey new` writes, or its YAML.",
  },
  "survey-answer": {
    means: "An answer of a survey lacks something, or says what no answer is.",
    remedy: "Mend it as the message says, and import the file again; answers that are on record already are not taken twice.",
  },
  "delivery-unreadable": {
    means: "A file of deployments or incidents is neither a table nor JSON from here on.",
    remedy: "Export it again as CSV, JSON or JSON Lines.",
  },
  "delivery-empty": {
    means: "A file of deployments or incidents holds none. A blank file of incidents says nothing, so the failure rate stays unknown.",
    remedy: "Look whether the export was filtered; a head without rows, or an empty list, says that there was no incident.",
  },
  "delivery-columns": {
    means: "A file of deployments or incidents lacks a column that is needed; the message lists those that it has.",
    remedy: "Name the column as the message says, or map it in the export.",
  },
  "delivery-row": {
    means: "A row of deployments or incidents cannot be used as it stands.",
    remedy: "Mend the row; the others were read.",
  },
  "delivery-not-incidents": {
    means: "A list of issues holds others than incidents, by their type or labels; those were passed over.",
    remedy: "Nothing, if the labels are right: what is an incident is for the team to say.",
  },
  "import-entry": {
    means: "Something in an imported file is not understood and was left out.",
    remedy: "Look at the place that is named; if the file follows its format there, report it.",
  },
  "import-line": {
    means: "A line of imported data does not have the form in which `allmend import` writes it; it is left out.",
    remedy: "Remove the line and import the file again.",
  },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
export type FactProblemCode = keyof typeof factProblems;

// Real documents with known answers, which stay where they are: beside the repository.
import { expect, it } from "vitest";
import { type SbomCase, sbomCases, sbomDifference } from "../../../bench/sbom/cases.ts";

const cases = sbomCases();

/** The known answer knows no `<expression-detailed>`, which came with CycloneDX 1.7, and sorts expressions behind the rest: ours says what the document says. */
const ours = ["cyclonedx-specification-tests/1.7/valid-license-choice-1.7.xml"];

it.skipIf(cases === undefined)(
  `of ../shared/cases/sboms, all but one give the same list${cases === undefined ? " (skipped: the folder is not there)" : ""}`,
  async () => {
    const different: string[] = [];
    for (const given of cases as readonly SbomCase[]) if ((await sbomDifference(given)) !== undefined) different.push(given.path);
    expect(different).toEqual(ours);
    expect(cases).toHaveLength(320);
  },
);

// Texts that no package carries: short notices that stand for a licence, and wordings of well-known licences that differ from the listed one.

export interface OwnTemplate {
  readonly id: string;
  /** `text` where the words are the licence themselves, `header` where they point to it. */
  readonly kind?: "text" | "header";
  readonly texts: readonly string[];
}

export const ownTemplates: readonly OwnTemplate[] = [
  {
    id: "Apache-2.0",
    kind: "header",
    texts: [
      `Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except in compliance with the License. You may obtain a copy of the License at
      Unless required by applicable law or agreed to in writing, software distributed under the License is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
      See the License for the specific language governing permissions and limitations under the License.`,
    ],
  },
];

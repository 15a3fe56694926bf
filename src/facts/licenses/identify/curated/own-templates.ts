// Texts that no package carries: short notices that stand for a licence, and wordings of well-known licences that differ from the listed one.

export interface OwnTemplate {
  readonly id: string;
  /** `text` where the words are the licence themselves, `header` where they point to it. */
  readonly kind?: "text" | "header";
  readonly texts: readonly string[];
}

/** `{a|b}` stands for either wording: each makes a text of its own. Bracketed names and blanks vary. */
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
  {
    // The forms of the third clause that the SPDX list takes for the same licence.
    id: "BSD-3-Clause",
    texts: [
      `Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions are met:
      Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.
      Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in the documentation and/or other materials provided with the distribution.
      {The name of the author may not|The names of its contributors may not|None of the names of the authors or contributors may|My name, [name], may not} be used to endorse or promote products derived from this software without specific prior written permission.
      THIS SOFTWARE IS PROVIDED {BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"|"AS IS"} AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.`,
    ],
  },
  {
    // With anybody's name, so that the University of California's own does not stand for all.
    id: "BSD-4-Clause",
    texts: [
      `Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions are met:
      Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.
      Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in the documentation and/or other materials provided with the distribution.
      All advertising materials mentioning features or use of this software must display the following acknowledgement: This product includes software developed by [name]{ and its contributors|}.
      {Neither the name of the [name] nor the names of its contributors may|The name of the author may not} be used to endorse or promote products derived from this software without specific prior written permission.
      THIS SOFTWARE IS PROVIDED BY THE [name] AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE [name] OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.`,
    ],
  },
  // Younger than the packages that carry the list's texts.
  {
    id: "Brian-Gladman-3-Clause-no-conversion",
    texts: [
      `The free distribution and use of this software in both source and binary form is allowed (with or without changes) provided that:
      distributions of this source code include the above copyright notice, this list of conditions and the following disclaimer;
      distributions in binary form include the above copyright notice, this list of conditions and the following disclaimer in the documentation and/or other associated materials;
      the copyright holder's name is not used to endorse products built using this software without specific written permission.
      This software is provided 'as is' with no {explicit|explcit} or implied warranties in respect of any properties, including, but not limited to, correctness and fitness for purpose.`,
    ],
  },
  {
    id: "Bugroff",
    texts: [
      `Richard Stallman of the Free Software Foundation devised, in addition to some marvelous software, the GNU General Public License (GPL for short). Or the CopyLeft it is sometimes called.
      It is quite a revolutionary document, using the "copyright" tool to to protect your right to use free software. Unfortunately using copyright to protect free software is a lot like using a Jackal to guard the hens.
      In fact, various inconveniences relating to this have resulted in modifications such as the LGPL (Library General Public License) and more recently the NPL (Netscape Public License)
      I call these matters mere inconveniences, the real damage will occur when the Jackal's, (sorry, I mean lawyers), actually get to test the GPL in court for the first time.
      Thus enter my version. Its very simple. Entirely consistent. Completely unrestrictive. Easy to apply. The "No problem Bugroff" license is as follows...
      The answer to any and every question relating to the copyright, patents, legal issues of Bugroff licensed software is.... Sure, No problem. Don't worry, be happy. Now bugger off.`,
      `The answer to any and every question relating to the copyright, patents, legal issues of Bugroff licensed software is.... Sure, No problem. Don't worry, be happy. Now bugger off.
      All portions of this license are important..`,
    ],
  },
  {
    id: "Informatica",
    texts: [
      `Redistribution and use in source and binary forms, with or without modification, are permitted without restriction.
      THE SOFTWARE IS PROVIDED "AS IS" AND [name] DISCLAIMS ALL WARRANTIES EXPRESS OR IMPLIED, INCLUDING WITHOUT LIMITATION, ANY IMPLIED WARRANTIES OF NON-INFRINGEMENT, MERCHANTABILITY OR FITNESS FOR A PARTICULAR PURPOSE. [name] DOES NOT WARRANT THAT USE OF THE SOFTWARE WILL BE UNINTERRUPTED OR ERROR-FREE. [name] SHALL NOT, UNDER ANY CIRCUMSTANCES, BE LIABLE TO LICENSEE FOR LOST PROFITS, CONSEQUENTIAL, INCIDENTAL, SPECIAL OR INDIRECT DAMAGES ARISING OUT OF OR RELATED TO THIS AGREEMENT OR THE TRANSACTIONS CONTEMPLATED HEREUNDER, EVEN IF [name] HAS BEEN APPRISED OF THE LIKELIHOOD OF SUCH DAMAGES.`,
    ],
  },
  {
    id: "atc-game",
    texts: [
      "Copy permission is hereby granted provided that this notice is retained on all partial or complete copies. For more info on this and all of my stuff, mail",
    ],
  },
];

// Which parts of licence texts vary without changing the licence. Applied to every text of the index when it is generated, so that one rule serves all
// licences that share the wording. Source: the SPDX matching guidelines, and what real files do.

/** `*` stands for the variable words (at most `slotLength` of them); the words around it must be there. */
export const slots: readonly string[] = [
  "neither the name of * nor the names of",
  "neither the name of * nor",
  "neither the names of * nor",
  "neither the name * nor",
  "nor the names of * contributors may be used",
  "nor the names of * may be used",
  "nor the name of * may be used",
  "the name of * may not be used",
  "the names of * may not be used",
  "the name of * not be used in advertising",
  "names of * not be used in advertising",
  "the name * may not be used to endorse",
  "the name of * shall not be used in advertising",
  "is provided by * as is",
  "are provided by * as is",
  "in no event shall * be liable",
  "in no event will * be liable",
  "in no event shall * or its contributors be liable",
  "* disclaims all warranties with regard",
  "* disclaim all warranties with regard",
  "* makes no representations about the suitability",
  "* make no representations about the suitability",
  "includes software developed by * this",
  "software developed by * neither",
  "the names * must not be used to endorse",
  "the name * must not be used to endorse",
  "products derived from this software may not be called * nor may * appear",
  "may not be called * nor may * appear in their",
  "without prior written permission of *",
  "without the prior written permission of *",
  "written permission please contact *",
  "includes software developed by * alternately",
  "includes software developed by *",
  "authorization from *",
  "including without limitation * express or implied",
  "derived from this software without specific prior written permission of *",
  "prior written permission for written permission please contact *",
  "products derived from this software may not be called * nor may * appear",
  "any person obtaining a copy of * and associated documentation files",
  "to deal in the software without restriction",
  "permission to use copy modify and or distribute * for any purpose",
  "permission to use copy modify and distribute * for any purpose",
  "redistribution and use of * in source and binary forms",
  "this file is part of *",
  "licensed under the * license",
];

export const slotLength = 24;

/** From these words on (at the latest third of the text, unless `anywhere`), what follows may be left out. */
export const optionalTails: readonly string[] = [
  "end of terms and conditions",
  "appendix how to apply the apache license to your work",
  "how to apply these terms to your new programs",
  "how to apply these terms to your new libraries",
  "addendum how to use this license for your documents",
  "exhibit a source code form license notice",
  "exhibit a mozilla public license",
  "exhibit a the contents of this file",
  "exhibit a form of",
  "exhibit a",
  "schedule a",
  "appendix",
  "amendments",
  "creative commons is not a party to",
  "creative commons corporation is not a party to",
  "creative commons may be contacted at",
  "for more information please refer to",
  "notice pursuant to section 9 of the common development and distribution license",
  "whether and how to distribute works under this license",
  "the end",
  "this software consists of voluntary contributions made by many individuals",
  "how to apply the",
  "how to use this license",
  "attribution notice",
  "using creative commons public licenses",
  "this basically says do whatever you please with this software except",
];

/** Up to and including these words (in the first half of the text), what comes before may be left out. */
export const optionalHeads: readonly string[] = [
  "information you provide and does not establish an attorney client relationship",
  "disclaims liability for damages resulting from its use",
  "the precise terms and conditions for copying distribution and modification follow",
  "everyone is permitted to copy and distribute verbatim copies of this license document but changing it is not allowed",
  "copyright and permission notice",
  "creative commons public licenses provide a standard set of terms",
];

/** Before these words (in the first half of the text), everything may be left out: titles, addresses and explanations to the reader. */
export const optionalBefore: readonly string[] = [
  "by exercising the licensed rights defined below you accept and agree",
  "the laws of most jurisdictions throughout the world automatically confer",
  "the work as defined below is provided under the terms",
  "permission is hereby granted free of charge to any person",
  "this code is derived from software contributed to berkeley by",
];

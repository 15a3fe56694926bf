// How much a word counts when texts are compared. Others count 1.

/** Words that carry little: half. */
export const lightWords =
  "the of a an to in for and or is are be by this that any as with on such it its you your may shall from at all which these those if other under has have been was were will into upon their they he she his her there hereby herein hereof thereof s t";

/** Words whose presence changes what a licence asks: they count twice. */
export const heavyWords =
  "not non no without except only commercial noncommercial lesser affero library network derivative derivatives modified unmodified nuclear military patent advertising sell sublicense acknowledgment evil source binary endorse educational research military free unrestricted attribution charge fee prohibited";

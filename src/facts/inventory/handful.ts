/** So few files were put there by somebody for this (a copy, an upload): none of them known by its name, each is opened, and its beginning may tell. */
export const HANDFUL = 8;

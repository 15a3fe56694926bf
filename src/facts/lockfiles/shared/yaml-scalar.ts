// What a plain (unquoted) YAML scalar means to us.

/** Text as written, except for the words that YAML 1.2 reads as booleans and as nothing. */
export function plainScalar(text: string): string | boolean | null {
  switch (text) {
    case "":
    case "~":
    case "null":
    case "Null":
    case "NULL":
      return null;
    case "true":
    case "True":
    case "TRUE":
      return true;
    case "false":
    case "False":
    case "FALSE":
      return false;
    default:
      return text;
  }
}

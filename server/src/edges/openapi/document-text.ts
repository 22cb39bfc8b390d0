import { buildDocument } from "./build-document.ts";

/** Where the document is kept, from the root of the repository. */
export const DOCUMENT_FILE = "server/openapi.json";

/** The document as it is kept. */
export function documentText(): string {
  return `${JSON.stringify(buildDocument(), null, 2)}\n`;
}

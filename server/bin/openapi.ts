import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DOCUMENT_FILE, documentText } from "../src/edges/openapi/document-text.ts";
import { repositoryRoot } from "../src/platform/paths.ts";

/** Writes the OpenAPI document into the repository, where a change of the contract is seen in review. */
writeFileSync(join(repositoryRoot(), DOCUMENT_FILE), documentText());

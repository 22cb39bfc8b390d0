import { CatalogueReplaced } from "./commit-submission.ts";

/** Does again what was prepared by definitions that are in force no more, until nobody replaces them meanwhile. */
export async function untilCatalogueHolds<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof CatalogueReplaced)) throw error;
    }
  }
}

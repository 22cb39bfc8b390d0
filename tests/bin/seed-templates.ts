import { screensTemplate } from "../screens/seeded-screens.ts";
import { emptyTemplate } from "../support/empty-server.ts";
import { faultTemplate } from "../support/faults/fault-world.ts";
import { seededTemplate } from "../support/seeded-server.ts";

/** Seeds the data directories that tests copy from, so that no two test processes do it at the same time. */
for (const demo of ["real", "1"] as const) await seededTemplate(demo);
for (const content of ["catalogue", "everything"] as const) await screensTemplate(content);
await emptyTemplate();
await faultTemplate();

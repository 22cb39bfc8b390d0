// A thread that a test starts runs the bundle of its module where there is one: six hundred source files, read and
// stripped of their types again for every server of every test, took most of the time of the tests.
import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { isMainThread } from "node:worker_threads";

const folder = process.env["BOCHISO_TEST_THREADS"];

if (!isMainThread && folder !== undefined) {
  registerHooks({
    resolve(specifier, context, next) {
      // The module that a thread starts with has no parent.
      if (context.parentURL !== undefined || !specifier.startsWith("file:")) return next(specifier, context);
      const bundle = join(folder, `${basename(specifier, ".ts")}.js`);
      return next(existsSync(bundle) ? pathToFileURL(bundle).href : specifier, context);
    },
  });
}

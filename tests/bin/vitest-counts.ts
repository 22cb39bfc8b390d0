import { z } from "zod";
import type { Counts } from "./counts.ts";

const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/**
 * Counts a JSON report of vitest strictly: a file that broke outside its tests (import, set-up) is one failure more, a
 * file with no tests is one, so are a missing report, a report without tests and a bad exit that no test explains
 * (unhandled errors, a killed worker).
 */
export function vitestCounts({ report, exitCode }: { report: string | undefined; exitCode: number }): Counts {
  const parsed = report === undefined ? undefined : parse(report);
  if (!parsed) return { passed: 0, failed: 1, skipped: 0 };
  const statuses = parsed.testResults.flatMap((file) => file.assertionResults.map((test) => test.status));
  const count = (wanted: (status: string) => boolean) => statuses.filter(wanted).length;
  const passed = count((status) => status === "passed");
  const failed = count((status) => status === "failed") + brokenFiles(parsed);
  const skipped = count((status) => status !== "passed" && status !== "failed");
  const unexplained = failed === 0 && (exitCode !== 0 || passed === 0) ? 1 : 0;
  return { passed, failed: failed + unexplained, skipped };
}

function brokenFiles(report: z.infer<typeof Report>): number {
  return report.testResults.filter(({ status, assertionResults: tests }) => {
    if (tests.length === 0) return true;
    return status === "failed" && !tests.some((test) => test.status === "failed");
  }).length;
}

function parse(report: string): z.infer<typeof Report> | undefined {
  try {
    return Report.parse(JSON.parse(report));
  } catch {
    return undefined;
  }
}

import { expect, it } from "vitest";
import { errorsFile } from "./errors-file.ts";

it("tells of every fault where it is, what came, why and what is asked for", () => {
  const text = errorsFile(
    ["Dòng"],
    [
      {
        pointer: "/observations/4/area",
        row: 4,
        line: 6,
        code: "area-unknown",
        detail: "unknown",
        detailVi: "Không có địa phương này.",
        got: "1",
        nearest: "01",
      },
      { pointer: "/observations/5", row: 5, code: "note-required", detail: "note", detailVi: "=Cần lý do" },
    ],
    "vi",
  );
  expect(text.split("\r\n").slice(1, 3)).toEqual([
    "5;6;area;1;Không có địa phương này.;01;area-unknown",
    "6;;;;'=Cần lý do;;note-required",
  ]);
});

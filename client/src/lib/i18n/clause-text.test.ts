import { describe, expect, it } from "vitest";
import { clauseText } from "./clause-text.ts";

describe("clauseText", () => {
  const point = "Điểm c khoản 3 Điều 10 Nghị định 137/2024/NĐ-CP";

  it("cites the decree in the language of the screen", () => {
    expect(clauseText(point, "vi")).toBe(point);
    expect(clauseText(point, "en")).toBe("Article 10(3)(c), Decree 137/2024/NĐ-CP");
    expect(clauseText("Khoản 5 Điều 10 Nghị định 137/2024/NĐ-CP", "en")).toBe("Article 10(5), Decree 137/2024/NĐ-CP");
  });

  it("leaves other citations as they are written", () => {
    expect(clauseText("Điều 10.3.a", "en")).toBe("Điều 10.3.a");
  });
});

import { describe, expect, it } from "vitest";
import { aFeed, aFeedList, aStrip } from "../../../../testing/feed-fixtures.ts";
import { standingsOf } from "../../common/feed-standings.ts";
import { stripSentence } from "../../common/strip-sentence.ts";
import { chooseFeeds, countStates } from "./choose-feeds.ts";

const { feeds } = aFeedList();
const codes = (listed: readonly { feed: { code: string } }[]) => listed.map(({ feed }) => feed.code);

describe("chooseFeeds", () => {
  it("puts approvals first, then what is overdue, and keeps apart what never sent", () => {
    const { active, silent } = chooseFeeds(feeds, { state: null, text: "" });
    expect(codes(active)).toEqual(["moh", "mof.nso", "mof.customs", "demo.tinhmau"]);
    expect(codes(silent)).toEqual(["prov.66"]);
  });

  it("finds without diacritics, by name, code or agency", () => {
    expect(codes(chooseFeeds(feeds, { state: null, text: "dak lak" }).silent)).toEqual(["prov.66"]);
    expect(codes(chooseFeeds(feeds, { state: null, text: "cuc hai" }).active)).toEqual(["mof.customs"]);
    expect(chooseFeeds(feeds, { state: null, text: "khong co" })).toEqual({ active: [], silent: [] });
  });

  it("filters by any state that holds, not only the most urgent", () => {
    for (const state of ["tre-han", "thieu", "loi", "im-lang"] as const) {
      expect(codes(chooseFeeds(feeds, { state, text: "" }).active)).toEqual(["mof.nso"]);
    }
    expect(codes(chooseFeeds(feeds, { state: "cho-duyet", text: "" }).active)).toEqual(["moh"]);
    expect(chooseFeeds(feeds, { state: "ngung", text: "" }).active).toEqual([]);
  });

  it("says that what was returned is to be sent anew, after what is overdue", () => {
    const due = { overdue: 1, next: null };
    const owing = [
      aFeed({ code: "a", returned: 1 }),
      aFeed({ code: "b", due }),
      aFeed({ code: "c", returned: 1, due }),
    ];
    expect(codes(chooseFeeds(owing, { state: "tra-lai", text: "" }).active)).toEqual(["c", "a"]);
    expect(standingsOf(aFeed({ returned: 2, owedValues: 5 }))).toEqual([{ state: "tra-lai", count: 5 }]);
  });

  it("counts each state over all feeds", () => {
    expect(Object.fromEntries(countStates(feeds))).toEqual({
      tot: 2,
      "tre-han": 1,
      thieu: 1,
      loi: 1,
      "im-lang": 1,
      "cho-duyet": 1,
      "chua-gui": 1,
    });
  });
});

describe("what is said of a feed", () => {
  it("calls a barred or inactive one so, whatever else holds", () => {
    expect(standingsOf(aFeed({ barred: true }))).toEqual([{ state: "ngung", count: 0 }]);
    const overdue = aFeed({ contract: { ...aFeed().contract, active: false }, due: { overdue: 3, next: null } });
    expect(standingsOf(overdue)).toEqual([
      { state: "tre-han", count: 3 },
      { state: "ngung", count: 0 },
    ]);
  });

  it("reproaches no agency whose published figures this installation loaded itself", () => {
    const replayed = { submission: "s-1", receivedAt: "2025-02-28T03:00:00.000Z", replayed: true, ageMs: 1 };
    expect(standingsOf(aFeed({ connected: false, lastPush: replayed }))).toEqual([{ state: "chua-noi", count: 0 }]);
    // From its first own submission on it is judged, whatever is loaded later; the fictional province always.
    const due = { overdue: 3, next: null };
    expect(standingsOf(aFeed({ due, lastPush: replayed }))).toEqual([{ state: "tre-han", count: 3 }]);
  });

  it("tells a strip in a sentence, in both languages", () => {
    const strip = aStrip(["late", "incomplete", "missing", "not-yet-due"]);
    expect(stripSentence(strip, "vi")).toBe(
      "30 kỳ tháng gần nhất, từ T6/2024 đến T11/2026: 26 kỳ đúng hạn, 1 kỳ đủ, có phần muộn, 1 kỳ còn thiếu, 1 kỳ chưa gửi, 1 kỳ chưa đến hạn. Kỳ gần nhất đến hạn, T10/2026: chưa gửi.",
    );
    expect(stripSentence(strip, "en")).toContain("26 on time, 1 complete, partly late");
    expect(stripSentence({ periodType: "month", cells: [] }, "vi")).toBe("");
  });
});

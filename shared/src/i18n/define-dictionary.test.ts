import { describe, expect, expectTypeOf, it } from "vitest";
import { type Dictionary, defineDictionary } from "./define-dictionary.ts";

const words = defineDictionary({
  vi: {
    title: "Tổng quan",
    age: (days: number, place: string) => `${place}: ${days} ngày trước`,
    group: { empty: "Chưa có số liệu" },
  },
  en: {
    title: "Overview",
    age: (days, place) => `${place}: ${days} days ago`,
    group: { empty: "No data yet" },
  },
});

describe("defineDictionary", () => {
  it("gives the phrases of a language, with their parameters and groups", () => {
    expect(words.vi.title).toBe("Tổng quan");
    expect(words.en.age(3, "Hà Nội")).toBe("Hà Nội: 3 days ago");
    expect(words.vi.group.empty).toBe("Chưa có số liệu");
  });

  it("types both languages alike", () => {
    expectTypeOf(words.vi).toEqualTypeOf(words.en);
    expectTypeOf(words.en.title).toBeString();
    expectTypeOf(words.en.age).parameters.toEqualTypeOf<[number, string]>();
    expectTypeOf(words).toExtend<Dictionary<{ title: string }>>();
  });

  it("does not compile where English differs", () => {
    // @ts-expect-error a key is missing in English
    defineDictionary({ vi: { one: "một", two: "hai" }, en: { one: "one" } });
    // @ts-expect-error English has a key too many
    defineDictionary({ vi: { one: "một" }, en: { one: "one", two: "two" } });
    // @ts-expect-error the parameters differ
    defineDictionary({ vi: { many: (count: number) => `${count}` }, en: { many: (text: string) => text } });
    // @ts-expect-error a phrase stands for a group
    defineDictionary({ vi: { group: { one: "một" } }, en: { group: "one" } });
    expect(words.vi).not.toBe(words.en);
  });
});

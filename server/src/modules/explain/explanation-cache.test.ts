import type { Explanation } from "@bochiso/shared/screen";
import { describe, expect, it } from "vitest";
import { createExplanationCache } from "./explanation-cache.ts";

/** An answer with so many nodes; the cache looks at nothing else. */
function anAnswer(nodes: number): Explanation {
  const node = { operands: [], part: null };
  return { ...node, operands: Array.from({ length: nodes - 1 }, () => node) } as unknown as Explanation;
}

describe("createExplanationCache", () => {
  it("computes once for a question and a commit, also for those who ask meanwhile", async () => {
    const cache = createExplanationCache();
    const ask = (seq: number) => cache.get("a", seq, () => Promise.resolve(anAnswer(3)));
    const [first, second] = await Promise.all([ask(1), ask(1)]);
    expect(second).toBe(first);
    expect(await ask(1)).toBe(first);
    expect(await ask(2)).not.toBe(first);
    expect(cache.figures()).toEqual({ computations: 2, nodes: 3 });
  });

  it("holds no more nodes than it may: the least recently asked goes first", async () => {
    const cache = createExplanationCache(10);
    const ask = (key: string, nodes: number) => cache.get(key, 1, () => Promise.resolve(anAnswer(nodes)));
    await ask("a", 4);
    await ask("b", 4);
    await ask("a", 4);
    await ask("c", 4);
    expect(cache.figures()).toEqual({ computations: 3, nodes: 8 });
    await ask("a", 4);
    expect(cache.figures().computations).toBe(3);
    await ask("b", 4);
    expect(cache.figures().computations).toBe(4);
    await ask("d", 11);
    expect(cache.figures().nodes).toBe(0);
  });

  it("forgets a failure", async () => {
    const cache = createExplanationCache();
    await expect(cache.get("a", 1, () => Promise.reject(new Error("down")))).rejects.toThrow("down");
    expect(await cache.get("a", 1, () => Promise.resolve(anAnswer(1)))).toMatchObject({ operands: [] });
  });
});

import { expect, it } from "vitest";
import { createSlices, inSlices, mapInSlices } from "./slices.ts";

/** Slices by a clock that goes on by `ms` whenever it is looked at; counts the turns of others. */
function countedSlices(ms: number) {
  const given = { turns: 0 };
  let now = 0;
  const turns = {
    othersWait: () => false,
    giveWay: async () => {
      given.turns += 1;
    },
  };
  const slices = createSlices(turns, () => {
    now += ms;
    return now;
  });
  return { slices, given };
}

function* sumSteps(upTo: number): Generator<void, number> {
  let sum = 0;
  for (let each = 1; each <= upTo; each += 1) {
    sum += each;
    yield;
  }
  return sum;
}

it("gives others a turn whenever a slice of milliseconds is over", async () => {
  const { slices, given } = countedSlices(1);
  expect(await inSlices(sumSteps(100), slices)).toBe(5_050);
  expect(await mapInSlices([1, 2, 3, 4, 5, 6], slices, (each) => each * each)).toEqual([1, 4, 9, 16, 25, 36]);
  expect(given.turns).toBeGreaterThan(15);
  expect(given.turns).toBeLessThan(25);
});

it("gives no turn to others before", async () => {
  const { slices, given } = countedSlices(0);
  await mapInSlices([1, 2, 3], slices, String);
  expect(given.turns).toBe(0);
});

import { compareVietnamese, foldDiacritics } from "@bochiso/shared/i18n";
import type { ScopeId, SearchHit } from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";
import { resolveScope, type Scope } from "../screen/resolve-scope.ts";
import type { ScreenDeps } from "../screen/screen-deps.ts";
import type { ScreenWorld } from "../screen/screen-world.ts";
import { worldOf } from "../screen/world-of.ts";

/** Hits at most. */
const LIMIT = 30;

/** How well a text answers: lower is better; null when a word is not in it at all. */
type Rank = number;

interface Candidate {
  hit: SearchHit;
  /** Folded texts, the most telling first. */
  texts: readonly string[];
}

/**
 * Finds indicators, provinces, ministries and groups by code or name, diacritics folded ("dak lak" finds Đắk Lắk), every
 * word required; whole names and beginnings first, then in Vietnamese alphabetical order.
 */
export async function searchScreens({
  deps,
  input,
}: {
  deps: ScreenDeps;
  input: { text: string; scope: ScopeId };
}): Promise<SearchHit[]> {
  const wanted = foldDiacritics(input.text).trim();
  if (wanted === "") return [];
  const world = await deps.store.read(async (tx) => worldOf(await deps.catalogue.current(tx), deps.demo));
  const scope = resolveScope(world, input.scope);
  const words = wanted.split(/\s+/u);
  return candidatesOf(world, scope)
    .flatMap(({ hit, texts }) => {
      const rank = rankOf(texts, wanted, words);
      return rank === null ? [] : [{ hit, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank || compareVietnamese(a.hit.name.vi, b.hit.name.vi))
    .slice(0, LIMIT)
    .map(({ hit }) => hit);
}

function rankOf(texts: readonly string[], wanted: string, words: readonly string[]): Rank | null {
  const whole = texts.join(" ");
  if (!words.every((word) => whole.includes(word))) return null;
  if (texts.includes(wanted)) return 0;
  if (texts.some((text) => text.startsWith(wanted))) return 1;
  if (texts.some((text) => ` ${text}`.includes(` ${wanted}`))) return 2;
  return whole.includes(wanted) ? 3 : 4;
}

const built = new WeakMap<ScreenWorld, Map<string, Candidate[]>>();

function candidatesOf(world: ScreenWorld, scope: Scope): Candidate[] {
  const known = built.get(world)?.get(scope.id);
  if (known !== undefined) return known;
  const made = [...scopeCandidates(world), ...groupCandidates(scope), ...indicatorCandidates(world, scope)];
  const ofWorld = built.get(world) ?? new Map<string, Candidate[]>();
  built.set(world, ofWorld);
  ofWorld.set(scope.id, made);
  return made;
}

function candidate(hit: SearchHit, further: readonly string[] = []): Candidate {
  return { hit, texts: [hit.name.vi, hit.name.en, hit.code, ...further].map(foldDiacritics) };
}

const LEVEL_DETAIL = {
  government: { vi: "Bộ chỉ số của Chính phủ", en: "Indicator set of the Government" },
  ministry: { vi: "Bộ, ngành", en: "Ministry" },
  province: { vi: "Tỉnh, thành phố", en: "Province" },
} as const satisfies Record<Scope["level"], Text>;

function scopeCandidates(world: ScreenWorld): Candidate[] {
  return [...world.sets.values()].map((set) => {
    const { id, level, name, area } = resolveScope(world, set.scope);
    const short = level === "province" ? world.areas.get(area)?.name : undefined;
    const hit = { kind: "scope", code: id, name: short ?? name, detail: LEVEL_DETAIL[level], path: `/${id}` } as const;
    return candidate(hit, [name.vi, name.en]);
  });
}

function groupCandidates({ id, name, set }: Scope): Candidate[] {
  return set.groups.map((group) =>
    candidate({
      kind: "group",
      code: group.code,
      name: group.name,
      detail: name,
      path: withScope(`/nhom/${group.code}`, id),
    }),
  );
}

/** Every indicator for leaders; components are found by their code too. */
function indicatorCandidates(world: ScreenWorld, { id }: Scope): Candidate[] {
  return [...world.definitions.values()].map(({ code, name, unit }) =>
    candidate({
      kind: "indicator",
      code,
      name,
      detail: {
        vi: `${code} · ${world.units.get(unit)?.vi ?? unit}`,
        en: `${code} · ${world.units.get(unit)?.en ?? unit}`,
      },
      path: withScope(`/chi-so/${code}`, id),
    }),
  );
}

/** Pages outside an overview carry their scope as `dv`. */
function withScope(path: string, scope: ScopeId): string {
  return `${path}?${new URLSearchParams({ dv: scope }).toString()}`;
}

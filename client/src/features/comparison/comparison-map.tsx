import type { AreaComparison } from "@bochiso/shared/screen";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useText, useWords } from "../../lib/i18n/index.ts";
import { scopeLink } from "../../lib/scope/index.ts";
import { mapQuery, ProvinceMap, tileGridQuery } from "../../maps/index.ts";
import type { ComparisonView } from "./model/comparison-view.ts";
import { provinceScope } from "./ranking.tsx";
import { comparisonWords } from "./words.ts";

const TileMap = lazy(async () => ({ default: (await import("../../maps/tile-map.tsx")).TileMap }));

interface Props {
  comparison: AreaComparison;
  view: ComparisonView;
  shape: "map" | "tiles";
  selected: string | null;
  onSelect: (code: string | null) => void;
  stacked?: boolean;
}

/** The map or the tile grid of a comparison, with its legend. */
export function ComparisonMap({ comparison, view, shape, selected, onSelect, stacked = false }: Props) {
  const t = useWords(comparisonWords);
  const text = useText();
  const navigate = useNavigate();
  const tiles = shape === "tiles" && comparison.areaBasis === "present";
  const map = useQuery({ ...mapQuery(comparison.areaBasis), enabled: !tiles });
  const grid = useQuery({ ...tileGridQuery(), enabled: tiles });
  const open = (code: string) => {
    const scope = provinceScope(code);
    if (scope !== null) void navigate(scopeLink(scope));
  };
  const names = new Map(comparison.rows.map((row) => [String(row.area), text(row.name)]));
  const shared = { areas: view.areas, what: text(comparison.name), selected, onSelect, onOpen: open };
  return (
    <div className="map-box">
      {tiles ? (
        grid.data === undefined ? null : (
          <Suspense fallback={null}>
            <TileMap grid={grid.data} nameOf={(code) => names.get(code) ?? code} {...shared} />
          </Suspense>
        )
      ) : map.data === undefined ? null : (
        <ProvinceMap map={map.data} stacked={stacked} {...shared} />
      )}
      {map.isError || grid.isError ? <p className="map-missing">{t.mapMissing}</p> : null}
      <Legend comparison={comparison} view={view} />
      <p className="map-call" aria-hidden="true">
        {selected === null ? "" : view.areas.get(selected)?.label}
      </p>
    </div>
  );
}

function Legend({ comparison, view }: Pick<Props, "comparison" | "view">) {
  const t = useWords(comparisonWords);
  const text = useText();
  return (
    <table className="legend">
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {text(comparison.display.unit)}
          </th>
          <th scope="col">{t.legendCount}</th>
        </tr>
      </thead>
      <tbody>
        {view.legend.map((each) => (
          <tr key={each.class}>
            <td>
              <i className={`bg${each.class}`} />
            </td>
            <td>{each.label}</td>
            <td>{each.count}</td>
          </tr>
        ))}
        {view.unranked.length === 0 ? null : (
          <tr>
            <td>
              <i className="bg0" />
            </td>
            <td>{t.noData}</td>
            <td>{view.unranked.length}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

import type { AreaComparison, AreaRow } from "@bochiso/shared/screen";
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
  const shapeless = map.data === undefined || tiles ? [] : withoutShape(comparison, map.data.provinces);
  const shared = { areas: view.areas, what: text(comparison.name), selected, onSelect, onOpen: open };
  return (
    <div className="map-box">
      {tiles ? (
        grid.data === undefined ? null : (
          <Suspense fallback={null}>
            <TileMap grid={grid.data} nameOf={(code) => names.get(code) ?? code} {...shared} />
          </Suspense>
        )
      ) : map.data === undefined ? null : shapeless.length > 0 ? (
        <p className="map-missing no-shape">{t.noShapes(shapeless.map(text).join(", "))}</p>
      ) : (
        <ProvinceMap map={map.data} stacked={stacked} symbols={view.symbols} {...shared} />
      )}
      {map.isError || grid.isError ? <p className="map-missing">{t.mapMissing}</p> : null}
      {shapeless.length > 0 ? null : <Legend comparison={comparison} view={view} circles={!tiles} />}
      {comparison.areaBasis === "former" && shapeless.length === 0 && !stacked ? (
        <p className="map-note">{t.formerMap}</p>
      ) : null}
      <p className="map-call" aria-hidden="true">
        {selected === null ? "" : view.areas.get(selected)?.label}
      </p>
    </div>
  );
}

/** Units that were not yet merged into a drawn one: their values on its shape would be another unit's. */
function withoutShape({ rows }: AreaComparison, drawn: readonly { code: string }[]): AreaRow["name"][] {
  const shapes = new Set(drawn.map(({ code }) => code));
  return rows.filter(({ area }) => !shapes.has(area)).map(({ name }) => name);
}

function Legend({ comparison, view, circles }: Pick<Props, "comparison" | "view"> & { circles: boolean }) {
  const t = useWords(comparisonWords);
  const text = useText();
  const { symbols } = view;
  if (circles && symbols !== null) return <CircleLegend comparison={comparison} view={view} marks={symbols.marks} />;
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
        {view.unrankedCount === 0 ? null : (
          <tr>
            <td>
              <i className="bg0" />
            </td>
            <td>{t.noData}</td>
            <td>{view.unrankedCount}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** Radius of the greatest circle, percent of the width of the map. */
const GREATEST = 5.5;

/** Circles at the scale of the map, so that a size can be read off. */
function CircleLegend({
  comparison,
  view,
  marks,
}: Pick<Props, "comparison" | "view"> & { marks: readonly { size: number; label: string }[] }) {
  const t = useWords(comparisonWords);
  const text = useText();
  return (
    <table className="legend circles">
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {text(comparison.display.unit)}
          </th>
        </tr>
      </thead>
      <tbody>
        {marks.map(({ size, label }) => (
          <tr key={label}>
            <td>
              <i className="ring" style={{ width: `${2 * size * GREATEST}cqw` }} />
            </td>
            <td>{label}</td>
          </tr>
        ))}
        {view.unrankedCount === 0 ? null : (
          <tr>
            <td>
              <i className="bg0" />
            </td>
            <td>{`${t.noData}: ${view.unrankedCount}`}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

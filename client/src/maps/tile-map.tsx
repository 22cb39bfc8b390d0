import { useText, useWords } from "../lib/i18n/index.ts";
import { AreaListbox } from "./area-listbox.tsx";
import { type MapArea, rampClass } from "./map-area.ts";
import type { TileGrid } from "./map-model.ts";
import { mapWords } from "./words.ts";

interface Props {
  grid: TileGrid;
  areas: ReadonlyMap<string, MapArea>;
  nameOf: (code: string) => string;
  what: string;
  selected: string | null;
  onSelect: (code: string | null) => void;
  onOpen: (code: string) => void;
}

const STEP = { x: 166, y: 104 };
const TILE = { width: 158, height: 96 };

/** Every province as one square of equal size: what is small on the map is as visible as what is large. */
export function TileMap({ grid, areas, nameOf, what, selected, onSelect, onOpen }: Props) {
  const t = useWords(mapWords);
  const text = useText();
  const at = (tile: { column: number; row: number }) => ({ x: tile.column * STEP.x, y: tile.row * STEP.y });
  const places = grid.provinces.map((tile) => ({ code: tile.code, ...at(tile) }));
  return (
    <AreaListbox
      className="map tiles"
      label={t.tiles(grid.provinces.length, what)}
      viewBox={{ width: grid.columns * STEP.x, height: grid.rows * STEP.y }}
      places={places}
      selected={selected}
      onSelect={onSelect}
      onOpen={onOpen}
    >
      {(optionId) => (
        <>
          {places.map(({ code, x, y }) => (
            <g
              key={code}
              id={optionId(code)}
              role="option"
              aria-selected={code === selected}
              aria-label={areas.get(code)?.label ?? `${nameOf(code)}: ${t.noData}`}
              className={`tile t${areas.get(code)?.class ?? 0}`}
              onPointerEnter={() => onSelect(code)}
              onClick={() => onOpen(code)}
            >
              <rect className={rampClass(areas.get(code))} x={x} y={y} {...TILE} rx="10" />
              <TileName name={nameOf(code)} x={x} y={y} />
            </g>
          ))}
          {grid.archipelagos.map((tile) => (
            <g key={tile.id} data-inset={tile.id}>
              <rect className="frame" {...at(tile)} {...TILE} rx="10" />
              <g>
                <TileName name={text(tile.name).replace(/^Quần đảo |\s*Archipelago$/g, "")} {...at(tile)} />
              </g>
            </g>
          ))}
        </>
      )}
    </AreaListbox>
  );
}

/** A name on two lines where it has more than one word. */
function TileName({ name, x, y }: { name: string; x: number; y: number }) {
  const words = name.replace(/^TP\. /, "").split(" ");
  const half = Math.ceil(words.length / 2);
  const lines = words.length < 2 ? [name] : [words.slice(0, half).join(" "), words.slice(half).join(" ")];
  return (
    <text textAnchor="middle">
      {lines.map((line, index) => (
        <tspan key={line} x={x + TILE.width / 2} y={y + TILE.height / 2 + 11 + (index - (lines.length - 1) / 2) * 34}>
          {`${line} `}
        </tspan>
      ))}
    </text>
  );
}

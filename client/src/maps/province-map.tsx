import { memo } from "react";
import { useText, useWords } from "../lib/i18n/index.ts";
import { AreaListbox } from "./area-listbox.tsx";
import { type MapArea, rampClass } from "./map-area.ts";
import type { MapModel } from "./map-model.ts";
import { mapWords } from "./words.ts";

interface Props {
  map: MapModel;
  areas: ReadonlyMap<string, MapArea>;
  /** What the classes show, for the text alternative. */
  what: string;
  selected: string | null;
  onSelect: (code: string | null) => void;
  onOpen: (code: string) => void;
  /** Labels on two lines, for a wall where letters are large. */
  stacked?: boolean;
}

/** Viet Nam by province, with Hoàng Sa and Trường Sa in frames of their own, always labelled. */
export const ProvinceMap = memo(function ProvinceMap({
  map,
  areas,
  what,
  selected,
  onSelect,
  onOpen,
  stacked = false,
}: Props) {
  const t = useWords(mapWords);
  const places = map.provinces.map(({ code, label }) => ({ code, ...label }));
  const outline = map.provinces.find((province) => province.code === selected);
  return (
    <AreaListbox
      className="map"
      label={t.map(map.provinces.length, what)}
      viewBox={map.viewBox}
      places={places}
      selected={selected}
      onSelect={onSelect}
      onOpen={onOpen}
    >
      {(optionId) => (
        <>
          {map.provinces.map(({ code, path }) => (
            <path
              key={code}
              id={optionId(code)}
              role="option"
              aria-selected={code === selected}
              aria-label={areas.get(code)?.label ?? `${code}: ${t.noData}`}
              className={rampClass(areas.get(code))}
              d={path}
              onPointerEnter={() => onSelect(code)}
              onClick={() => onOpen(code)}
            />
          ))}
          <Islands map={map} areas={areas} stacked={stacked} />
          {outline === undefined ? null : <path className="selline" d={outline.path} />}
        </>
      )}
    </AreaListbox>
  );
});

const LINE = 64;

/** A name on one line, or with its last two words below the others. */
function Label({ text, x, y, stacked }: { text: string; x: number; y: number; stacked: boolean }) {
  if (!stacked) return text;
  const words = text.split(" ");
  const cut = Math.max(1, words.length - 2);
  return [words.slice(0, cut).join(" "), words.slice(cut).join(" ")].map((line, index) => (
    <tspan key={line} x={x} y={y + (index - 1) * LINE}>
      {line}
    </tspan>
  ));
}

function Islands({ map, areas, stacked }: { map: MapModel; areas: Props["areas"]; stacked: boolean }) {
  const text = useText();
  return (
    <g>
      {map.islands.map((island) => (
        <circle
          key={island.name}
          className={`isle ${rampClass(areas.get(island.province))}`}
          cx={island.x}
          cy={island.y}
          r="6"
        />
      ))}
      {map.insets.map(({ id, name, province, provinceName, frame, islands }) => (
        <g key={id} data-inset={id}>
          <rect className="frame" {...frame} rx="10" />
          <text className="il" x={frame.x + frame.width} y={frame.y - 12} textAnchor="end">
            <Label text={text(name)} x={frame.x + frame.width} y={frame.y - 12} stacked={stacked} />
          </text>
          <text className="is" x={frame.x + frame.width - 12} y={frame.y + 36} textAnchor="end">
            {text(provinceName)}
          </text>
          {islands.map((island) => (
            <circle
              key={island.name}
              className={`isle ${rampClass(areas.get(province))}`}
              cx={island.x}
              cy={island.y}
              r="6"
            />
          ))}
        </g>
      ))}
      <text className="sea" x={map.seaLabel.x} y={map.seaLabel.y} textAnchor="middle">
        <Label
          text={text(map.seaLabel.name)}
          x={map.seaLabel.x + (stacked ? 40 : 0)}
          y={map.seaLabel.y}
          stacked={stacked}
        />
      </text>
    </g>
  );
}

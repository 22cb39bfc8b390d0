import { memo } from "react";
import { useText, useWords } from "../lib/i18n/index.ts";
import { AreaListbox } from "./area-listbox.tsx";
import { type MapArea, plainClass, rampClass } from "./map-area.ts";
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
  /** Whether values are circles on plain shapes, as counts are, instead of colours. */
  symbols?: object | null;
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
  symbols = null,
  stacked = false,
}: Props) {
  const t = useWords(mapWords);
  const places = map.provinces.map(({ code, label }) => ({ code, ...label }));
  const fill = (code: string) => (symbols === null ? rampClass(areas.get(code)) : plainClass(areas.get(code)));
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
              className={fill(code)}
              d={path}
              onPointerEnter={() => onSelect(code)}
              onClick={() => onOpen(code)}
            />
          ))}
          <Islands map={map} fill={fill} stacked={stacked} />
          {symbols === null ? null : <Circles map={map} areas={areas} />}
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

/** Radius of the greatest circle, in units of the map. Known to the legend as well. */
const GREATEST = 55;

/** Large circles first, so that small ones lie on top. */
function Circles({ map, areas }: { map: MapModel; areas: Props["areas"] }) {
  const sized = map.provinces.flatMap(({ code, label }) => {
    const size = areas.get(code)?.size ?? 0;
    return size === 0 ? [] : [{ code, label, r: size * GREATEST }];
  });
  return sized
    .toSorted((a, b) => b.r - a.r)
    .map(({ code, label, r }) => <circle key={code} className="sym" cx={label.x} cy={label.y} r={r} />);
}

function Islands({ map, fill, stacked }: { map: MapModel; fill: (code: string) => string; stacked: boolean }) {
  const text = useText();
  return (
    <g>
      {map.islands.map((island) => (
        <circle key={island.name} className={`isle ${fill(island.province)}`} cx={island.x} cy={island.y} r="6" />
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
            <circle key={island.name} className={`isle ${fill(province)}`} cx={island.x} cy={island.y} r="6" />
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

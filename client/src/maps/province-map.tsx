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
}

/** Viet Nam by province, with Hoàng Sa and Trường Sa in frames of their own, always labelled. */
export const ProvinceMap = memo(function ProvinceMap({ map, areas, what, selected, onSelect, onOpen }: Props) {
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
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the listbox's
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the listbox (aria-activedescendant)
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
          <Islands map={map} areas={areas} />
          {outline === undefined ? null : <path className="selline" d={outline.path} aria-hidden="true" />}
        </>
      )}
    </AreaListbox>
  );
});

function Islands({ map, areas }: Pick<Props, "map" | "areas">) {
  const text = useText();
  return (
    <g role="presentation">
      {map.islands.map((island) => (
        <circle key={island.name} className={`isle ${rampClass(areas.get(island.province))}`} cx={island.x} cy={island.y} r="6" />
      ))}
      {map.insets.map(({ id, name, province, provinceName, frame, islands }) => (
        <g key={id} data-inset={id} role="presentation">
          <rect className="frame" {...frame} rx="10" />
          <text className="il" x={frame.x + frame.width} y={frame.y - 12} textAnchor="end">
            {text(name)}
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
        {text(map.seaLabel.name)}
      </text>
    </g>
  );
}

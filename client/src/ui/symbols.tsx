/** The sprite of every icon, status shape and pattern; rendered once, referred to by `Icon` and by `url(#hatch)`. */
export function Symbols() {
  const line = { fill: "none", stroke: "currentColor", strokeLinecap: "round", strokeLinejoin: "round" } as const;
  return (
    <svg width="0" height="0" aria-hidden="true" className="sprite">
      <defs>
        <symbol id="s-dat" viewBox="0 0 14 14">
          <circle cx="7" cy="7" r="6.2" {...line} strokeWidth="1.4" />
          <path d="M4 7.2 6.2 9.3 10 5" {...line} strokeWidth="1.7" />
        </symbol>
        <symbol id="s-cham" viewBox="0 0 14 14">
          <circle cx="7" cy="7" r="6" {...line} strokeWidth="1.6" />
          <path d="M7 1a6 6 0 0 0 0 12Z" fill="currentColor" />
        </symbol>
        <symbol id="s-nguyco" viewBox="0 0 14 14">
          <path
            d="M7 .9 13.6 12.6H.4Z"
            fill="currentColor"
            stroke="currentColor"
            strokeWidth=".8"
            strokeLinejoin="round"
          />
        </symbol>
        <symbol id="s-khong" viewBox="0 0 14 14">
          <rect x="1" y="1" width="12" height="12" rx="1.5" {...line} strokeWidth="1.3" />
          <path d="M1.5 8 8 1.5M1.8 12.2 12.2 1.8M6 12.5 12.5 6" stroke="currentColor" strokeWidth="1.2" />
        </symbol>
        <symbol id="i-down" viewBox="0 0 12 12">
          <path d="m3 4.5 3 3 3-3" {...line} strokeWidth="1.5" />
        </symbol>
        <symbol id="i-search" viewBox="0 0 16 16">
          <circle cx="7" cy="7" r="4.8" {...line} strokeWidth="1.5" />
          <path d="m10.7 10.7 3.3 3.3" {...line} strokeWidth="1.5" />
        </symbol>
        <symbol id="i-close" viewBox="0 0 16 16">
          <path d="m4 4 8 8M12 4l-8 8" {...line} strokeWidth="1.6" />
        </symbol>
        <symbol id="i-more" viewBox="0 0 20 20">
          <path d="M4.500 10h.01M10 10h.01M15.500 10h.01" {...line} strokeWidth="3" />
        </symbol>
        <symbol id="i-flag" viewBox="0 0 12 12">
          <path d="M2.5 11V1.5h7L8 4l1.500 2.500h-7" {...line} strokeWidth="1.3" />
        </symbol>
        <symbol id="i-clock" viewBox="0 0 12 12">
          <circle cx="6" cy="6" r="4.9" {...line} strokeWidth="1.3" />
          <path d="M6 3.200V6l1.900 1.300" {...line} strokeWidth="1.3" />
        </symbol>
        <symbol id="n-1" viewBox="0 0 20 20">
          <path d="M3 3h6v8H3zM11 3h6v4h-6zM11 9h6v8h-6zM3 13h6v4H3z" {...line} strokeWidth="1.5" />
        </symbol>
        <symbol id="n-2" viewBox="0 0 20 20">
          <path d="M3 16V9M8 16V4M13 16v-5M18 16V7" {...line} strokeWidth="1.7" transform="translate(-.5)" />
        </symbol>
        <symbol id="n-3" viewBox="0 0 20 20">
          <path d="M3 5h8M6 10h8M9 15h8" {...line} strokeWidth="1.9" />
        </symbol>
        <symbol id="n-4" viewBox="0 0 20 20">
          <path d="m3 5 1.500 1.500L7 4M3 11l1.500 1.500L7 10M10 5.500h7M10 11.500h7" {...line} strokeWidth="1.5" />
        </symbol>
        <symbol id="n-5" viewBox="0 0 20 20">
          <path d="M10 3 17.500 16.500h-15zM10 8.500v3.500M10 14.200v.3" {...line} strokeWidth="1.5" />
        </symbol>
        <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="hatch-bg" width="4" height="4" />
          <path className="hatch-l" d="M1 0v4" />
        </pattern>
        <pattern id="nodata" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="nodata-bg" width="5" height="5" />
          <path className="nodata-l" d="M1 0v5" />
        </pattern>
      </defs>
    </svg>
  );
}

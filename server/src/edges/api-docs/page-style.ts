/** The style sheet of the page: colours and type as on the screens, readable without it too. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f3f5f7, #10151b);
  --surface: light-dark(#ffffff, #1a2129);
  --rule: light-dark(#dfe4e9, #2c3641);
  --ink: light-dark(#17202b, #edf1f5);
  --ink-2: light-dark(#475361, #b7c1cc);
  --act: light-dark(#12436d, #9ccbf0);
  --code: light-dark(#f3f6f9, #222b35);
}
* { box-sizing: border-box; }
html { scroll-padding-top: 16px; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink); font: 400 16px/1.6 Inter, system-ui, sans-serif; }
a { color: var(--act); }
:focus-visible { outline: 2px solid var(--act); outline-offset: 2px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 16px; top: 8px; background: var(--surface); padding: 8px; }
header.top { padding: 24px 32px 8px; max-width: 1240px; margin: 0 auto; }
header.top p { color: var(--ink-2); max-width: 75ch; margin: 4px 0; }
h1 { font-size: 28px; line-height: 1.25; margin: 0; }
h2 { font-size: 22px; line-height: 1.3; margin: 0 0 8px; }
h3 { font-size: 17px; line-height: 1.4; margin: 32px 0 8px; }
h4 { font-size: 14px; margin: 24px 0 4px; color: var(--ink-2); font-weight: 600; }
.frame { display: grid; grid-template-columns: 240px minmax(0, 1fr); gap: 32px; max-width: 1240px; margin: 0 auto; padding: 16px 32px 64px; }
nav { position: sticky; top: 16px; align-self: start; max-height: calc(100vh - 32px); overflow: auto; font-size: 14px; }
nav ol { list-style: none; margin: 0; padding: 0; }
nav a { display: block; padding: 5px 0; text-decoration: none; color: var(--ink-2); }
nav a:hover { color: var(--act); text-decoration: underline; }
main { min-width: 0; }
section { background: var(--surface); border: 1px solid var(--rule); border-radius: 8px; padding: 24px 32px 32px; margin-bottom: 24px; }
section > p, section > ul, section > ol, article > p { max-width: 75ch; }
p { margin: 8px 0; }
li { margin: 4px 0; }
code { font: 14px/1.5 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; background: var(--code); border-radius: 4px; padding: 1px 4px; overflow-wrap: anywhere; }
pre { background: var(--code); border-radius: 6px; padding: 12px 16px; overflow-x: auto; margin: 12px 0; }
pre code { background: none; padding: 0; font-size: 13px; overflow-wrap: normal; }
.wide { overflow-x: auto; margin: 12px 0; }
table { border-collapse: collapse; width: 100%; font-size: 14px; line-height: 1.5; }
th, td { text-align: left; vertical-align: top; padding: 8px 16px 8px 0; border-bottom: 1px solid var(--rule); min-width: 72px; }
thead th { color: var(--ink-2); font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 400; }
td p { margin: 0; }
tbody th code { white-space: nowrap; overflow-wrap: normal; }
tbody th { padding-right: 24px; }
article { border-top: 1px solid var(--rule); padding-top: 8px; margin-top: 24px; }
article h3 { margin-top: 16px; }
.method { display: inline-block; min-width: 48px; font: 600 13px/1 ui-monospace, monospace; color: var(--act); }
details { border-top: 1px solid var(--rule); padding: 8px 0; }
details > summary { cursor: pointer; padding: 8px 0; min-height: 44px; }
.lang { float: right; padding: 12px 0; }
@media (max-width: 900px) {
  .frame { display: block; padding: 8px 16px 48px; }
  header.top { padding: 16px 16px 0; }
  nav { position: static; max-height: none; margin-bottom: 16px; }
  nav a { padding: 10px 0; }
  section { padding: 16px 16px 24px; border-radius: 0; margin: 0 -16px 16px; border-width: 1px 0; }
}
@media print { nav, .lang { display: none; } .frame { display: block; } details { break-inside: avoid; } }
`;

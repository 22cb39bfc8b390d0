// Applied before the first paint; "system" leaves the choice to the browser.
try {
  const theme = localStorage.getItem("bochiso.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be blocked: the system theme stands.
}

// The content policy runs no code made from text, and a mere attempt counts as a breach: zod reads this before its first
// schema and does not try.
globalThis.__zod_globalConfig = { jitless: true };

// Applied before the first paint; "system" leaves the choice to the browser.
try {
  const theme = localStorage.getItem("bochiso.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be blocked: the system theme stands.
}

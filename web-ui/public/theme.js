// Runs before the first paint, so that nobody sees a flash of the other theme. Kept in step with src/lib/theme.ts.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('medianest.theme');
  } catch {
    // Storage is switched off: follow the system.
  }
  var light =
    chosen === 'light' ||
    (chosen !== 'dark' && matchMedia('(prefers-color-scheme: light)').matches);
  document.documentElement.dataset.theme = light ? 'light' : 'dark';
})();

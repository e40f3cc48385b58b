// Sets light or dark before anything is painted; a file of its own because the page allows no inline script.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('kunna-theme');
  } catch (refused) {
    chosen = null;
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();

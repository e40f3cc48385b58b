// Before the app has come: sets light or dark so that nothing flashes, and asks who is signed in so that the answer is
// there when the app is. A file of its own because the page allows no inline script.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('kunna-theme');
  } catch (refused) {
    chosen = null;
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  window.kunnaSession = fetch('/api/v1/session', { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  window.kunnaSession.catch(function () {});
})();

// Before the app has come: sets light or dark so that nothing flashes, asks who is signed in and, for the gap map, what it
// shows, and fetches the page's own parts, all at once instead of one after the other. A file of its own because the page
// allows no inline script.
(function () {
  var chosen = null;
  var language = null;
  try {
    chosen = localStorage.getItem('kunna-theme');
    language = localStorage.getItem('kunna-language');
  } catch (refused) {
    // The browser's own wishes hold.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');

  // What was asked for here; api/client.ts takes the answers by their address.
  var asked = (window.kunnaAsked = {});
  function ask(address) {
    asked[address] = fetch(address, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
    asked[address].catch(function () {});
  }
  function narrowed(path, names) {
    var given = new URLSearchParams(location.search);
    var query = names.filter(function (name) { return given.get(name); }).map(function (name) { return name + '=' + encodeURIComponent(given.get(name)); });
    ask(path + (query.length ? '?' + query.join('&') : ''));
  }
  ask('/api/v1/session');
  if (location.pathname === '/gap') {
    narrowed('/api/v1/insights/map', ['unit', 'role', 'group', 'as_of']);
    narrowed('/api/v1/insights/organisation', ['unit', 'as_of']);
  }

  // The browser takes long over its first number and its first day. What it learns from them holds for all its threads.
  var tag = (language || navigator.language).slice(0, 2) === 'en' ? 'en-GB' : 'sv-SE';
  if (window.Worker) new Worker('/formats.js', { name: tag });

  // The files of each page, by its address; scripts/early.mjs writes them in.
  var parts = {};
  (parts[location.pathname] || []).forEach(function (file) {
    var link = document.createElement('link');
    var style = /\.css$/.test(file);
    link.rel = style ? 'preload' : 'modulepreload';
    if (style) link.as = 'style';
    link.crossOrigin = '';
    link.href = '/' + file;
    document.head.appendChild(link);
  });
})();

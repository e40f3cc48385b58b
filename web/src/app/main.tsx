// Where the web begins: with the page of the address and what it shows at hand, so that nothing is drawn twice; answers that
// keep us waiting are waited for on the page.
import { createRoot } from 'react-dom/client';
import { answered } from '../api/queries';
import { prefetchSession } from '../api/session';
import { App } from './App';
import { fetchPage } from './routes';

const noticed = 300; // milliseconds until an empty page is

const root = document.getElementById('root');
if (root) {
  void prefetchSession();
  void Promise.resolve(fetchPage(location.pathname))
    .then(() => answered(noticed))
    .then(() => createRoot(root).render(<App />));
}

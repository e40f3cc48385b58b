// Where the web begins: with the page of the address at hand, so that nothing is drawn twice.
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { fetchPage } from './routes';

const root = document.getElementById('root');
if (root) void Promise.resolve(fetchPage(location.pathname)).then(() => createRoot(root).render(<App />));

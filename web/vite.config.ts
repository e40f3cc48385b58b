// How the web is built and tried: one chunk per page, React and its kin in one long-lived chunk.
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

declare const process: { env: Record<string, string | undefined> };
// The server compares Origin with Host, so the host must stay the one the browser asked.
const api = { '/api/v1': { target: process.env.KUNNA_SERVER ?? 'http://127.0.0.1:8080', changeOrigin: false } };

// Compiled while the file arrives, on a thread beside the page's, instead of function by function while the page is drawn:
// a quarter of the scripts' time at first sight. Browsers that do not know the comment read over it.
const compiledOnArrival: Plugin = {
  name: 'compiled-on-arrival',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
    },
  },
};

export default defineConfig({
  plugins: [react(), compiledOnArrival],
  build: {
    target: 'es2022',
    // The page allows scripts and fonts from files only, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What imports what, for scripts/.
    manifest: 'manifest.json',
    rollupOptions: {
      output: {
        // Many small files cost more in asking than in weight.
        experimentalMinChunkSize: 4_000,
        manualChunks(id) {
          if (/node_modules\/(react|react-dom|scheduler|react-router)\//.test(id)) return 'react';
          return undefined;
        },
      },
    },
  },
  server: { proxy: api },
  preview: { proxy: api },
});

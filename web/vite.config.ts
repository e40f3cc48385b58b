// How the web is built and tried: one chunk per page, React and its kin in one long-lived chunk.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

declare const process: { env: Record<string, string | undefined> };
// The server compares Origin with Host, so the host must stay the one the browser asked.
const api = { '/api/v1': { target: process.env.KUNNA_SERVER ?? 'http://127.0.0.1:8080', changeOrigin: false } };

export default defineConfig({
  plugins: [react()],
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

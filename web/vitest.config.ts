// Tests beside the code they test; a test that needs a page asks for jsdom in its first lines.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/ui/testing.ts'],
    // Style sheets are left out, but for the tokens, whose contrasts are computed.
    css: { include: [/tokens\.css/] },
  },
});

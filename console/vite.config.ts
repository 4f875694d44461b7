import { defineConfig } from 'vitest/config';

// Where a running Asktrail is, for `npm run dev`.
const asktrail = process.env['ASKTRAIL_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: 'src/main/web',
  build: {
    outDir: '../../../target/classes/static',
    emptyOutDir: true,
    target: 'es2022',
    // Everything that is served stands under /assets with its hash in its name, which is what may be kept for long.
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The one large part is the drawer of charts, which is loaded with the first chart alone.
    chunkSizeWarningLimit: 1200,
  },
  server: { proxy: { '/v1': asktrail, '/login-settings.json': asktrail, '/openapi.json': asktrail } },
  test: { root: '.', include: ['src/test/web/**/*.test.ts'], environment: 'node' },
});

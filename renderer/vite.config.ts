import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The page, for both hosts: relative addresses, and nothing newer than the oldest Chromium that it is tested in. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: {
    target: 'chrome114',
    outDir: path.resolve(import.meta.dirname, '../out/app/renderer'),
    emptyOutDir: true,
    // The policy of the page allows no data: address for fonts, and every Chromium it meets knows module preloading.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 3000,
  },
})

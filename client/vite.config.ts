import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { serveMapsInDevelopment } from "./vite-dev-maps.ts";

const server = process.env.BOCHISO_SERVER ?? "http://127.0.0.1:3000";

/** `vite --mode fixtures` runs without a server, on the figures of `src/testing`; the production build has no trace of them. */
export default defineConfig(({ mode }) => ({
  plugins: [react(), ...(mode === "fixtures" ? [serveMapsInDevelopment()] : [])],
  build: {
    target: "es2022",
    outDir: "dist",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    rolldownOptions: {
      output: {
        // What every page needs travels in two files; a chunk for each shared module would cost more in requests.
        codeSplitting: {
          groups: [
            {
              name: "vendor",
              test: /node_modules[\\/](?:\.pnpm[\\/])?(?:react|react-dom|scheduler|zustand|use-sync-external-store|@tanstack|@trpc)[@+\\/]/,
            },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: { "/trpc": server, "/maps": server },
  },
}));

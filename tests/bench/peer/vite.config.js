import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Brotli copies beside the files, as the app has them (style/finish.mjs): the server takes them instead. */
const brotli = {
  name: 'brotli',
  writeBundle({ dir }) {
    for (const name of readdirSync(dir, { recursive: true }).filter((name) => ['.html', '.js'].includes(extname(name)))) {
      const file = join(dir, name);
      writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
    }
  },
};

// Names end in 16 hexadecimal digits of a hash: those are kept by browsers for ever, as the app's are.
const names = { entryFileNames: '[name]-[hash:16].js', hashCharacters: 'hex' };

// A build for each page (`--mode`), so that neither has chunks to share with the other.
export default defineConfig(({ mode }) => ({
  plugins: [react(), brotli],
  build: {
    target: 'es2022',
    outDir: `dist/${mode}`,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
    rolldownOptions: { input: mode === 'validations' ? 'validations.html' : 'index.html', output: names },
  },
}));

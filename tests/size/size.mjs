// How much a browser has to fetch, as `trunk build --release` left it, and whether that is within the budget. What is compressed counts
// as it travels (brotli). A budget is raised only on purpose: a line here, and the reason in the commit.

import { existsSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** kB (1000 bytes) for all files that end so. */
const budgets = [
  { what: 'page, scripts, module', endings: ['.html', '.js', '.wasm'], budget: 320 },
  { what: 'styles, icons', endings: ['.css', '.svg'], budget: 10 },
  { what: 'fonts, of which a page takes two, and two more for rare letters', endings: ['.woff2'], budget: 65 },
];

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
if (!existsSync(join(dist, 'index.html.br'))) {
  console.log('There is no release build: `trunk build --release` makes it.');
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const files = readdirSync(dist, { recursive: true }).filter((file) => !/\.(br|gz)$/.test(file));
const size = (file) => statSync(existsSync(`${join(dist, file)}.br`) ? `${join(dist, file)}.br` : join(dist, file)).size;

let failed = 0;
for (const { what, endings, budget } of budgets) {
  const bytes = files.filter((file) => endings.includes(extname(file))).reduce((sum, file) => sum + size(file), 0);
  const isWithin = bytes > 0 && bytes <= budget * 1000;
  failed += isWithin ? 0 : 1;
  console.log(`${isWithin ? 'ok    ' : 'FAILED'} ${(bytes / 1000).toFixed(1).padStart(6)} of ${budget} kB: ${what}`);
}
console.log(`${budgets.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

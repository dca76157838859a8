// Where the packages pinned in package.json are installed, and how to load them from there.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const modules = join(root, 'target', 'tools', 'node_modules');
export const load = createRequire(join(modules, 'package.json'));

// Loads the WebAssembly module and starts the app; says why when that is impossible.
// index.html names the files in `data-` attributes, so that the page needs no inline script.

/** The id of the panel that tells people why the app did not start. */
function reason(error) {
  if (typeof HTMLDialogElement === 'undefined') return 'old-browser';
  // A security policy or a locked-down browser takes WebAssembly away altogether ...
  if (typeof WebAssembly === 'undefined') return 'wasm-blocked';
  // ... or refuses to compile. An old browser does that too: it does not know reference types (externref, 0x6f).
  const referenceTypes = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 1, 0x6f, 0];
  if (!WebAssembly.validate(new Uint8Array(referenceTypes))) return 'old-browser';
  return error instanceof WebAssembly.CompileError ? 'wasm-blocked' : 'start-failed';
}

// The app begins by asking who is logged in, except where somebody returns from a login or checks a receipt: ask meanwhile.
if (!['/login/return', '/return', '/verify'].includes(location.pathname)) {
  globalThis.askedEarly = fetch('/api/session', { redirect: 'error', signal: AbortSignal.timeout(20_000) }).catch(() => undefined);
}

const { js, wasm } = document.querySelector('script[data-wasm]').dataset;
const loading = document.getElementById('loading');
try {
  const app = await import(js);
  await app.default({ module_or_path: wasm });
  app.start();
} catch (error) {
  console.error(error);
  // If the app's panic hook has already told what happened, that stands.
  if (document.getElementById('crash').hidden) document.getElementById(reason(error)).hidden = false;
}
loading.remove();

// Loads the WebAssembly module and starts the app; says why when that is impossible.
// index.html names the files in `data-` attributes, so that the page needs no inline script.

/** Whether the page may compile WebAssembly at all: tried with the smallest module there is. */
function compiles() {
  try {
    return Boolean(new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])));
  } catch {
    return false;
  }
}

/** The id of the panel that tells people why the app did not start. */
function reason() {
  if (typeof HTMLDialogElement === 'undefined') return 'old-browser';
  // A security policy or a locked-down browser takes WebAssembly away altogether ...
  if (typeof WebAssembly === 'undefined') return 'wasm-blocked';
  // ... or refuses to compile. An old browser does that too: it does not know reference types (externref, 0x6f).
  const referenceTypes = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 1, 0x6f, 0];
  if (!WebAssembly.validate(new Uint8Array(referenceTypes))) return 'old-browser';
  // What arrived cut, empty or as something else does not compile either: loading it again helps there.
  return compiles() ? 'start-failed' : 'wasm-blocked';
}

// The app marks with comment nodes where something will be drawn. Some browser extensions remove comments, and what belongs there would
// never appear. Empty text marks as well, and is left alone.
document.createComment = () => document.createTextNode('');

const { js, wasm } = document.querySelector('script[data-wasm]').dataset;
const loading = document.getElementById('loading');
try {
  const app = await import(js);
  await app.default({ module_or_path: wasm });
  app.start();
} catch (error) {
  console.error(error);
  // If the app's panic hook has already told what happened, that stands.
  if (document.getElementById('crash').hidden) document.getElementById(reason()).hidden = false;
  // Then that is what there is to see.
  document.dispatchEvent(new Event('nemkonto.ready'));
}
loading.remove();

// Loads the WebAssembly module and starts the app; trouble.js says why when that is impossible.
// index.html names the files in `data-` attributes, so that the page needs no inline script.

// The app marks with comment nodes where something will be drawn. Some browser extensions remove comments, and what belongs there would
// never appear. Empty text marks as well, and is left alone.
document.createComment = () => document.createTextNode('');

// What the app reports before trouble.js is there waits for it.
globalThis.unreported = [];
globalThis.report ??= (text) => unreported.push(text);

/** Done when the app has started. */
globalThis.starting = (async () => {
  const { js, wasm } = document.querySelector('script[data-wasm]').dataset;
  const app = await import(js);
  // What first.js shows can be used without the app, which takes the browser's time as it starts.
  await globalThis.firstPainted;
  await app.default({ module_or_path: wasm });
  app.start();
  document.getElementById('loading').remove();
})();

// Says why the app does not start, and tells the agency of errors of the app if it wants to know.
//
// The one script that keeps its name: where the page is one of yesterday and its files are gone because a new version has been deployed, this
// one is that of the new version. So it relies on nothing of the page but what it looks for.

/** An address of the page's own origin? */
function isOwn(address) {
  return typeof address === 'string' && address[0] === '/' && new URL(address, location.origin).origin === location.origin;
}

/** What was told by this page: each error once, and not without end. */
const told = new Set();
const MOST = 10;

/** The kind of page at an address, by the names of `ReportPage`: nothing of what stands in it. */
function pageAt(path) {
  const [room, key, part] = path.split('/').slice(1);
  const rooms = { '': 'start', login: 'login-return', return: 'return', unit: 'units', receipts: 'receipt', verify: 'verify' };
  if (!['account-holders', 'benefit-types'].includes(room)) return Object.hasOwn(rooms, room) ? rooms[room] : 'not-found';
  if ([key, part].includes('history')) return 'history';
  if (room === 'benefit-types' ? key : part) return 'form';
  return room === 'benefit-types' ? room : 'overview';
}

/**
 * Tells the agency of an error: a `Report` of src/contract as JSON, to which build and page are added here. Where to is known from what the API said of the
 * configuration, now or at an earlier visit; who has never heard of it tells nobody.
 */
globalThis.report = (text) => {
  try {
    const { report_address: address } = JSON.parse(localStorage.getItem('nemkonto.configuration'));
    const build = document.querySelector('script[data-wasm]').dataset.wasm.split('/').pop();
    const body = JSON.stringify({ ...JSON.parse(text), build, page: pageAt(location.pathname) });
    if (!isOwn(address) || told.size === MOST || told.has(body)) return;
    told.add(body);
    navigator.sendBeacon(address, new Blob([body], { type: 'application/json' }));
  } catch {
    // A report keeps nobody from anything.
  }
};

globalThis.unreported?.forEach(globalThis.report);

/** Whether the page may compile WebAssembly at all: tried with the smallest module there is. */
function compiles() {
  try {
    return Boolean(new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])));
  } catch {
    return false;
  }
}

/** Whether the server has a file; undefined if there is no answer. */
async function isThere(file) {
  try {
    const answer = await fetch(file, { method: 'HEAD', cache: 'no-store' });
    // Some servers answer with the page where there is no such file.
    return answer.status !== 404 && answer.status !== 410 && !/html/.test(answer.headers.get('Content-Type'));
  } catch {
    return undefined;
  }
}

/** The id of the panel that tells people why the app did not start, and what the agency is told. */
async function reason() {
  if (typeof HTMLDialogElement === 'undefined') return ['old-browser', 'old-browser'];
  // A security policy or a locked-down browser takes WebAssembly away altogether ...
  if (typeof WebAssembly === 'undefined') return ['wasm-blocked', 'wasm-blocked'];
  // ... or refuses to compile. An old browser does that too: it does not know reference types (externref, 0x6f).
  const referenceTypes = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 1, 0x6f, 0];
  if (!WebAssembly.validate(new Uint8Array(referenceTypes))) return ['old-browser', 'old-browser'];
  if (!compiles()) return ['wasm-blocked', 'wasm-blocked'];
  const loader = document.querySelector('script[data-wasm]');
  const sheet = document.querySelector('link[rel="stylesheet"]');
  const there = await Promise.all([loader.src, loader.dataset.js, loader.dataset.wasm, sheet.href].map(isThere));
  if (there.includes(false)) return ['outdated', 'file-missing'];
  if (there.includes(undefined)) return ['unreachable'];
  // What arrived cut, empty or as something else does not compile either: loading it again helps there.
  return ['start-failed', 'not-started'];
}

/** Whether all of the page has arrived, and the app has started. */
async function hasStarted() {
  if (document.readyState !== 'complete') await new Promise((loaded) => addEventListener('load', loaded));
  try {
    // Of a sheet that has not arrived browsers have nothing, or an empty one, or one that nobody may read.
    if (!document.querySelector('link[rel="stylesheet"]').sheet.cssRules.length) throw new TypeError('no stylesheet');
    await globalThis.starting;
  } catch (error) {
    console.error(error);
    return false;
  }
  return Boolean(globalThis.starting);
}

if (!(await hasStarted())) {
  const [panel, kind] = await reason();
  // If the app's panic hook has already told what happened, that stands.
  if (document.getElementById('crash').hidden) {
    const shown = document.getElementById(panel) || document.getElementById('start-failed');
    shown.hidden = false;
    // Buttons, because a reload goes past a proxy that has kept the page, and because the first link of a page is to be the one to its content.
    for (const button of shown.querySelectorAll('button')) button.onclick = () => location.reload();
    if (kind) globalThis.report(JSON.stringify({ kind }));
  }
  document.getElementById('loading')?.remove();
  // Then that is what there is to see.
  document.dispatchEvent(new Event('nemkonto.ready'));
}

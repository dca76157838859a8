// Asks what the app will ask, before anything else of the page is there: an ordinary script at its very beginning, so that no stylesheet keeps it.

/** What was asked early, by path. Nothing for a request that failed, which the app makes again; null for one that has had its time. */
globalThis.askedEarly = {};

/** A signal that ends a request which has no answer after so many seconds. `AbortSignal.timeout` is younger than some browsers that run the app. */
globalThis.timeout = (seconds) => {
  if (AbortSignal.timeout) return AbortSignal.timeout(seconds * 1000);
  const controller = new AbortController();
  setTimeout(() => controller.abort(), seconds * 1000);
  return controller.signal;
};

(() => {
  'use strict';

  async function answerOf(path, signal) {
    try {
      const headers = { Accept: 'application/json, application/problem+json' };
      const answer = await fetch(path, { redirect: 'error', signal, headers });
      // Whole: what is still to be read when its time is over is lost, and the app may take longer to arrive.
      const body = await answer.blob();
      return new Response(body.size ? body : null, answer);
    } catch {
      return signal.aborted ? null : undefined;
    }
  }

  function ask(path, seconds) {
    askedEarly[path] = answerOf(path, timeout(seconds));
  }

  /** Whether somebody was logged in last, as far as the browser remembers. */
  function wasLoggedIn() {
    try {
      return localStorage.getItem('nemkonto.session') !== null;
    } catch {
      return false;
    }
  }

  /** The calls with which the page at an address begins, for somebody who is logged in. */
  function callsOf(path) {
    const [, room, key, part] = path.split('/');
    if (room === 'account-holders' && key) return [`/api/account-holders/${key}${part === 'history' ? '/history' : ''}`];
    if (room === 'benefit-types') return [key === 'history' ? '/api/benefit-types/history' : '/api/benefit-types'];
    return [];
  }

  const { pathname } = location;
  // Somebody who returns from a login, or checks a receipt, is asked for later.
  if (!['/login/return', '/return', '/verify'].includes(pathname)) {
    ask('/api/session', 10);
    if (wasLoggedIn()) callsOf(pathname).forEach((call) => ask(call, 20));
  }
  ask('/api/configuration', 20);
})();

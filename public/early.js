// Asks what the app will ask, before anything else of the page is there: an ordinary script at its very beginning, so that no stylesheet keeps it.

/** What was asked early: by path, and with what was sent if something was. Nothing for a request that failed, which the app makes again; null for one that has had its time. */
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

  async function answerOf(path, signal, request) {
    try {
      const headers = { Accept: 'application/json, application/problem+json', ...(request && { 'Content-Type': 'application/json' }) };
      const answer = await fetch(path, { redirect: 'error', signal, headers, ...(request && { method: 'POST', body: request }) });
      // Whole: what is still to be read when its time is over is lost, and the app may take longer to arrive.
      return new Response((await answer.text()) || null, answer);
    } catch {
      return signal.aborted ? null : undefined;
    }
  }

  function ask(path, seconds, request) {
    askedEarly[request ? `${path} ${request}` : path] = answerOf(path, timeout(seconds), request);
  }

  /** Whether the browser remembers something: that somebody was logged in last, that fonts are in its cache. */
  function remembers(what) {
    try {
      return localStorage.getItem(`nemkonto.${what}`) !== null;
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

  /** What somebody is back with from a login that came to its end; nothing if it is anything else, which is for the app. */
  function callbackOf(search) {
    const parameters = [...new URLSearchParams(search)];
    const values = (...names) => parameters.filter(([name]) => names.includes(name)).map(([, value]) => value);
    const [[state, ...states], [code, ...codes], [iss = null, ...issuers]] = [values('state'), values('code'), values('iss')];
    const others = [...states, ...codes, ...issuers, ...values('error', 'id_token', 'access_token')];
    return state && code && iss !== '' && !others.length ? { code, state, iss } : undefined;
  }

  /**
   * Carries out the change of somebody who is back from its login: the call that `relogin` makes then, in the same words, so that the app takes its
   * answer. Whatever else may be stored is for the app.
   */
  function confirm(callback) {
    try {
      const { version, change_id: id, sealed, issuer = null } = JSON.parse(sessionStorage.getItem(`nemkonto.relogin.${callback.state}`));
      if (version !== 2 || [id, sealed, issuer ?? ''].some((text) => typeof text !== 'string')) return;
      ask(`/api/changes/${encodeURIComponent(id)}/confirm`, 20, JSON.stringify({ sealed, callback }));
    } catch {
      // There is no record, or none that is to be read.
    }
  }

  const { pathname, search } = location;
  const isLoginReturn = pathname === '/login/return';
  let callback;
  if (isLoginReturn || pathname === '/return') {
    // No code stays in the address. The app finds it here.
    globalThis.cameBackWith = search;
    history.replaceState(null, '', pathname);
    callback = callbackOf(search);
  }
  if (callback && isLoginReturn) {
    ask('/api/login/complete', 20, JSON.stringify(callback));
  } else if (callback) {
    confirm(callback);
  } else if (!['/return', '/verify'].includes(pathname)) {
    // Somebody who checks a receipt, or returns with something else, is asked for later.
    ask('/api/session', 10);
    // Nor is anything, where it is known that nobody is logged in.
    if (remembers('session') || !remembers('configuration')) callsOf(pathname).forEach((call) => ask(call, 20));
  }
  ask('/api/configuration', 20);
  // Before anything is drawn: style/_fonts.scss.
  document.documentElement.classList.toggle('has-fonts', remembers('fonts'));
})();

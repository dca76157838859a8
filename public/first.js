// Runs before the app is there: shows the page for those who are not logged in, or the frame of the one for those who are, and starts a login
// for whoever does not wait. What it shows stands in index.html, once for each language; public/early.js has asked for what it needs.
//
// The app is drawn behind it, and takes its place when it has something to show: not while a key or a button is held down, so that no
// click is lost, and not while a login is being started here, or while somebody reads why that came to nothing.

(() => {
  'use strict';

  const root = document.documentElement;
  const templates = [...document.querySelectorAll('template[data-first-page]')];
  const first = document.createElement('div');
  first.id = 'first';

  /** The answer of /api/configuration, as it was last: so that nothing moves when it comes. */
  const REMEMBERED = 'nemkonto.configuration';
  /** What there is in it; a test compares. */
  const KEYS = ['contact', 'links', 'product_name', 'languages', 'session_minutes', 'stylesheet', 'report_address', 'sandbox', 'valid_from_days', 'bank_directory', 'payee_check', 'login_origin'];

  /** What decides what is drawn. */
  const shown = { page: 'waiting', isLoggedIn: false, isSandbox: false, contact: '', links: {}, languages: [], isStarting: false, failure: '' };
  /** Whether something else can be shown: the app, or why it does not start. */
  let isAppReady = false;
  /** Whether a key or a button is held down, and what waits for that to end. */
  let isHeld = false;
  const held = [];

  // ---- Browser ----

  /** Storage that may be refused. */
  function stored(storage, read) {
    try {
      return read(window[storage]);
    } catch {
      return undefined;
    }
  }

  /** Whether the app follows an address to a login page that lives at an origin: the rule of `browser::location`. */
  function isFollowed(address, origin) {
    const url = new URL(address);
    const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
    return url.origin === origin && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback));
  }

  /** Whether an address may stand in a link: the rule of `contract::Links`. */
  function isLink(address) {
    return typeof address === 'string' && /^(https:\/\/[A-Za-z\d]|\/(?!\/))[!-[\]-~]*$/.test(address);
  }

  /** Brings the letters that nearly every page needs into the cache, for the next page: they would keep the app, and text would move when they come. */
  async function keepFonts() {
    if (root.classList.contains('has-fonts')) return;
    const faces = await Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 1em "IBM Plex Sans"`)));
    if (faces.flat().length) stored('localStorage', (storage) => storage.setItem('nemkonto.fonts', '1'));
  }

  // ---- What is drawn ----

  function draw() {
    const focused = first.contains(document.activeElement) ? document.activeElement.id : '';
    const words = {
      'log-in': shown.page === 'log-in',
      waiting: shown.page === 'waiting',
      'logged-in': shown.isLoggedIn,
      sandbox: shown.isSandbox,
      contact: Boolean(shown.contact),
      session: Boolean(shown.minutes),
      starting: shown.isStarting,
      idle: !shown.isStarting,
      [shown.failure]: true,
    };
    const template = templates.find((one) => one.lang === root.lang) || templates[0];
    const content = template.content.cloneNode(true);
    for (const part of content.querySelectorAll('[data-if]')) {
      if (!words[part.dataset.if]) part.remove();
    }
    const fill = (place, text) => {
      const element = content.querySelector(place);
      if (element && text) element.textContent = text;
    };
    fill('.contact span', shown.contact);
    fill('.session-length span', shown.minutes);
    fill('.service-name', shown.product);
    for (const button of content.querySelectorAll('[id^="language-"]')) {
      if (!isOffered(button.lang)) button.remove();
    }
    for (const part of content.querySelectorAll('[data-link]')) {
      const address = shown.links[part.dataset.link];
      if (isLink(address)) part.firstChild.href = address;
      else part.remove();
    }
    first.replaceChildren(content);
    const heading = first.querySelector('#page-heading');
    // The title of the app stays, also when an answer comes after it.
    if (heading && !isAppReady) document.title = `${heading.textContent} – ${first.querySelector('.service-name').textContent}`;
    focus(focused);
  }

  function focus(id) {
    const element = id && document.getElementById(id);
    if (element) element.focus();
  }

  function show(page, isLoggedIn) {
    Object.assign(shown, { page, isLoggedIn });
    draw();
  }

  /** The page for those who are not logged in is the same for all of them, unless something was begun in this tab. */
  function showNobody() {
    const isBegun = stored('sessionStorage', (storage) => Object.keys(storage).some((key) => key.startsWith('nemkonto.')));
    show(isBegun ? 'waiting' : 'log-in', false);
  }

  function speak(language) {
    root.lang = language;
    stored('localStorage', (storage) => storage.setItem('nemkonto.language', language));
    draw();
    // The app, should it be there already.
    for (const own of document.querySelectorAll(`[id="language-${language}"]`)) {
      if (!first.contains(own)) own.click();
    }
  }

  // ---- What the agency has configured ----

  /** In one line, and without what would turn it around: as in the app. */
  function shownAs(...texts) {
    return texts.map((text) => String(text).replace(/\p{C}/gu, '').slice(0, 200)).join(' · ');
  }

  function isOffered(language) {
    return !shown.languages.length || shown.languages.includes(language);
  }

  function take(known) {
    if (!known || !known.contact) return;
    const { contact, links, languages, stylesheet } = known;
    shown.contact = shownAs(contact.name, contact.telephone, contact.email, contact.opening_hours);
    shown.isSandbox = known.sandbox === true;
    shown.links = links || {};
    shown.minutes = known.session_minutes;
    shown.product = known.product_name && shownAs(known.product_name);
    shown.languages = (Array.isArray(languages) ? languages : []).filter((tag) => templates.some((one) => one.lang === tag));
    if (!isOffered(root.lang)) speak(shown.languages[0]);
    if (isLink(stylesheet) && stylesheet[0] === '/' && !document.querySelector('link[data-agency]')) {
      const sheet = document.createElement('link');
      Object.assign(sheet, { rel: 'stylesheet', href: stylesheet });
      sheet.dataset.agency = '';
      document.head.append(sheet);
    }
  }

  /** Names what the app will not use: an error where one develops, and else no reason to do without the rest. */
  function complain(known) {
    const say = known.sandbox ? console.error : console.warn;
    for (const key of Object.keys(known)) {
      if (!KEYS.includes(key)) say(`/api/configuration: ${key} is not known`);
    }
    for (const [key, address] of Object.entries(known.links || {})) {
      if (!templates[0].content.querySelector(`[data-link="${CSS.escape(key)}"]`)) say(`/api/configuration: links.${key} is not known`);
      else if (!isLink(address)) say(`/api/configuration: links.${key} is not followed`);
    }
  }

  // ---- Login ----

  /** Where to log in; else why not, as `data-if` in index.html names it. */
  async function whereToLogIn() {
    const request = {
      method: 'POST',
      redirect: 'error',
      signal: timeout(20),
      headers: { 'Content-Type': 'application/json', Accept: 'application/json, application/problem+json' },
      body: '{}',
    };
    const answer = await fetch('/api/login', request).catch(() => undefined);
    const read = answer && (await answer.json().catch(() => undefined));
    if (answer && answer.ok && read && typeof read.authorization_url === 'string') return { url: read.authorization_url };
    if (read && typeof read.type === 'string') return { failure: read.type.replace('urn:nemkonto:problem:', '') };
    // A gateway that cannot reach the API says so in its own words.
    return { failure: !answer || [502, 503, 504].includes(answer.status) ? 'unreachable' : 'unreadable' };
  }

  /** What the agency has configured, if that was the answer. */
  async function configured(answer) {
    try {
      const response = await answer;
      return response && response.ok ? await response.clone().json() : undefined;
    } catch {
      return undefined;
    }
  }

  async function logIn() {
    if (shown.isStarting) return;
    Object.assign(shown, { isStarting: true, failure: '' });
    draw();
    let { url, failure } = await whereToLogIn();
    if (url) {
      // The origin may be unknown because the API had not reached the provider when it was asked.
      const known = (await configuration) || {};
      const { login_origin: origin } = known.login_origin ? known : (await configured(fetch('/api/configuration', { redirect: 'error', signal: timeout(20) }))) || {};
      try {
        if (!isFollowed(url, origin)) throw new TypeError('another origin');
        location.assign(url);
        await new Promise((over) => setTimeout(over, 10_000));
      } catch {
        // Told below.
      }
      failure = 'did-not-leave';
    }
    const isKnown = templates[0].content.querySelector(`.alert[data-if="${CSS.escape(failure)}"]`);
    Object.assign(shown, { isStarting: false, failure: isKnown ? failure : 'unreadable' });
    draw();
  }

  // ---- The app takes the place ----

  function giveWay() {
    const focused = first.contains(document.activeElement) ? document.activeElement.id : '';
    first.remove();
    // What the app does not ask for as it begins was asked in vain, and gets old.
    setTimeout(() => { delete globalThis.askedEarly; });
    focus(focused);
  }

  function giveWayWhenIdle() {
    if (isAppReady && first.isConnected && !shown.isStarting && !shown.failure) giveWay();
  }

  /** Does something that draws, once no key and no button is held down: the click would find another element. */
  function whenReleased(act) {
    if (isHeld) held.push(act);
    else act();
  }

  first.addEventListener('submit', (event) => {
    event.preventDefault();
    logIn();
  });

  first.addEventListener('click', (event) => {
    const pressed = event.target.closest('[id], .skipnav');
    if (!pressed) return;
    if (shown.failure && isAppReady) {
      // Whoever has read it goes on in the app.
      event.preventDefault();
      giveWay();
      const own = document.getElementById(pressed.id);
      if (own) own.click();
    } else if (pressed.matches('.skipnav')) {
      event.preventDefault();
      focus('main');
    } else if (pressed.matches('[id^="language-"]')) {
      speak(pressed.lang);
    }
  });

  for (const down of ['pointerdown', 'keydown']) addEventListener(down, () => { isHeld = true; }, true);
  for (const up of ['pointerup', 'pointercancel', 'keyup', 'blur']) {
    addEventListener(up, (event) => {
      // Elements lose the focus, too.
      if (up === 'blur' && event.target !== window) return;
      isHeld = false;
      // The click comes after it.
      setTimeout(() => held.splice(0).forEach(whenReleased));
    }, true);
  }

  document.addEventListener('nemkonto.ready', () => {
    isAppReady = true;
    keepFonts().catch(() => {}); // then the next page tries again
    // What it shows is drawn by then.
    queueMicrotask(() => whenReleased(giveWayWhenIdle));
  });

  // Kept by the browser when it left for the login: what it was about to do then is over, and the app may never have arrived.
  addEventListener('pageshow', (event) => {
    if (event.persisted && first.isConnected) location.reload();
  });

  // ---- Begin ----

  const language = stored('localStorage', (storage) => storage.getItem('nemkonto.language'));
  if (templates.some((one) => one.lang === language)) root.lang = language;

  stored('localStorage', (storage) => take(JSON.parse(storage.getItem(REMEMBERED))));
  const configuration = configured(askedEarly['/api/configuration']);
  configuration.then((known) => {
    if (!known || !known.contact) return;
    complain(known);
    stored('localStorage', (storage) => storage.setItem(REMEMBERED, JSON.stringify(known)));
    whenReleased(() => {
      take(known);
      draw();
    });
  });

  const path = location.pathname;
  const isLoggedIn = Boolean(stored('localStorage', (storage) => storage.getItem('nemkonto.session')));
  if (['/login/return', '/return', '/verify'].includes(path)) {
    show('waiting', isLoggedIn);
  } else {
    if (isLoggedIn) {
      show('waiting', true);
    } else {
      showNobody();
    }
    askedEarly['/api/session'].then((answer) => {
      if (!answer) return;
      const isNobody = answer.status === 401;
      if (isNobody) stored('localStorage', (storage) => storage.removeItem('nemkonto.session'));
      whenReleased(() => {
        if (shown.isStarting || shown.failure) return;
        if (answer.ok && !shown.isLoggedIn) show('waiting', true);
        if (isNobody && shown.isLoggedIn) showNobody();
      });
    });
  }
  document.body.prepend(first);
})();

// Runs before the app is there: shows the page for those who are not logged in and starts a login for whoever does not wait; for those who
// are, shows the page on which a holder is looked up and keeps what is typed into it, or the frame of another page. What it shows stands in
// index.html, once for each language; public/early.js has asked for what it needs.
//
// The app is drawn behind it, and takes its place when it has something to show: not while a key or a button is held down, so that no
// click is lost, and not while a login is being started here, or while somebody reads why that came to nothing. What was typed and pressed
// here goes on in the app.

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

  /** What decides what is drawn; `pressed` is the id of the button that is at work. */
  const shown = { page: 'waiting', isLoggedIn: false, isSandbox: false, contact: '', links: {}, languages: [], pressed: '', failure: '' };
  /** Whether something else can be shown: the app, or why it does not start. */
  let isAppReady = false;
  /** Whether the page is one on which work begins. */
  const isStart = ['/', '/login/return'].includes(location.pathname);
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

  function field() {
    return first.querySelector('#holder-number');
  }

  /** By what the element of this page that has the focus is found again, also in the app, and what is selected in it. */
  function focusedHere() {
    const { activeElement: element } = document;
    if (!first.contains(element)) return {};
    const selector = element.id ? `#${element.id}` : `a[href="${element.getAttribute('href')}"]`;
    return { selector, selected: element === field() && [element.selectionStart, element.selectionEnd] };
  }

  function focus({ selector, selected }) {
    const element = selector && document.querySelector(selector);
    if (!element) return;
    element.focus();
    if (selected && element.setSelectionRange) element.setSelectionRange(...selected);
  }

  function draw() {
    const focused = focusedHere();
    const typed = field();
    const words = {
      'log-in': shown.page === 'log-in',
      waiting: shown.page === 'waiting',
      'logged-in': shown.isLoggedIn,
      sandbox: shown.isSandbox,
      contact: Boolean(shown.contact),
      session: Boolean(shown.minutes),
      'look-up': shown.page === 'look-up',
      caseworker: Boolean(shown.caseworker),
      units: shown.hasUnits,
      starting: shown.pressed === 'log-in',
      'not-starting': shown.pressed !== 'log-in',
      searching: shown.pressed === 'look-up',
      'not-searching': shown.pressed !== 'look-up',
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
    (shown.caseworker || []).forEach((text, index) => fill(`#caseworker span:nth-child(${index + 1})`, text));
    const pressed = shown.pressed && content.getElementById(shown.pressed);
    if (pressed) pressed.setAttribute('aria-busy', 'true');
    for (const button of content.querySelectorAll('[id^="language-"]')) {
      if (!isOffered(button.lang)) button.remove();
    }
    for (const part of content.querySelectorAll('[data-link]')) {
      const address = shown.links[part.dataset.link];
      if (isLink(address)) part.firstChild.href = address;
      else part.remove();
    }
    // With what is typed into it.
    const empty = content.getElementById('holder-number');
    if (typed && empty) empty.replaceWith(typed);
    first.replaceChildren(content);
    const heading = first.querySelector('#page-heading');
    // The title of the app stays, also when an answer comes after it.
    if (heading && !isAppReady) document.title = `${heading.textContent} – ${first.querySelector('.service-name').textContent}`;
    focus(focused);
  }

  function show(page, isLoggedIn) {
    Object.assign(shown, { page, isLoggedIn });
    draw();
  }

  /** Whether something was begun in this tab: then the app alone knows what to show. */
  function isBegun() {
    return stored('sessionStorage', (storage) => Object.keys(storage).some((key) => key.startsWith('nemkonto.')));
  }

  /** The page for those who are not logged in is the same for all of them. */
  function showNobody() {
    show(isBegun() ? 'waiting' : 'log-in', false);
  }

  /** The page with which work begins is the same for all who may look up; what they may else, and a session that is none, is for the app. */
  function showSomebody({ caseworker, assignments }) {
    let page = 'waiting';
    try {
      const { name, unit, authority, rights } = caseworker;
      if (isStart && rights.includes('view-accounts') && !isBegun()) page = 'look-up';
      shown.hasUnits = assignments.length > 1;
      shown.caseworker = [name && shownAs(name), shownAs(unit.name), shownAs(authority.name)];
    } catch {
      page = 'waiting';
    }
    show(page, true);
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

  /** What was answered, if that was what was asked for. */
  async function contentOf(answer) {
    try {
      const response = await answer;
      return response && response.ok ? await response.clone().json() : undefined;
    } catch {
      return undefined;
    }
  }

  async function logIn() {
    if (shown.pressed) return;
    Object.assign(shown, { pressed: 'log-in', failure: '' });
    draw();
    let { url, failure } = await whereToLogIn();
    if (url) {
      // The origin may be unknown because the API had not reached the provider when it was asked.
      const known = (await configuration) || {};
      const { login_origin: origin } = known.login_origin ? known : (await contentOf(fetch('/api/configuration', { redirect: 'error', signal: timeout(20) }))) || {};
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
    Object.assign(shown, { pressed: '', failure: isKnown ? failure : 'unreadable' });
    draw();
  }

  // ---- The app takes the place ----

  function giveWay() {
    const focused = focusedHere();
    const typed = field();
    first.remove();
    // What the app does not ask for as it begins was asked in vain, and gets old.
    setTimeout(() => { delete globalThis.askedEarly; });
    const own = typed && typed.value && document.getElementById(typed.id);
    if (own) {
      own.value = typed.value;
      own.dispatchEvent(new Event('input', { bubbles: true }));
    }
    focusAgain(focused, 30);
    // What follows from it is drawn as after any other press: the app has come to rest before.
    setTimeout(() => press(shown.pressed));
  }

  /** What the agency has configured is drawn some frames later in the app. */
  function focusAgain(focused, frames) {
    if (!focused.selector || document.activeElement !== document.body) return;
    focus(focused);
    if (frames) requestAnimationFrame(() => focusAgain(focused, frames - 1));
  }

  function giveWayWhenIdle() {
    if (isAppReady && first.isConnected && shown.pressed !== 'log-in' && !shown.failure) giveWay();
  }

  function press(id) {
    const element = id && document.getElementById(id);
    if (element) element.click();
  }

  /** Does something that draws, once no key and no button is held down: the click would find another element. */
  function whenReleased(act) {
    if (isHeld) held.push(act);
    else act();
  }

  /** The app does it as soon as it is there. */
  function pressLater(id) {
    if (shown.pressed) return;
    shown.pressed = id;
    draw();
  }

  first.addEventListener('submit', (event) => {
    event.preventDefault();
    if (shown.page === 'log-in') logIn();
    else pressLater('look-up');
  });

  first.addEventListener('click', (event) => {
    const pressed = event.target.closest('[id], .skipnav');
    if (!pressed) return;
    if (shown.failure && isAppReady) {
      // Whoever has read it goes on in the app.
      event.preventDefault();
      giveWay();
      press(pressed.id);
    } else if (pressed.matches('.skipnav')) {
      event.preventDefault();
      focus({ selector: '#main' });
    } else if (pressed.id === 'log-out') {
      pressLater(pressed.id);
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
  const configuration = contentOf(askedEarly['/api/configuration']);
  configuration.then((known) => {
    if (!known || !known.contact) return;
    complain(known);
    stored('localStorage', (storage) => storage.setItem(REMEMBERED, JSON.stringify(known)));
    whenReleased(() => {
      take(known);
      draw();
    });
  });

  const isLoggedIn = Boolean(stored('localStorage', (storage) => storage.getItem('nemkonto.session')));
  // What the app has to say to somebody who comes back without a session is not known here.
  const isReturn = ['/login/return', '/return', '/verify'].includes(location.pathname);
  if (isLoggedIn || isReturn) show('waiting', isLoggedIn);
  else showNobody();
  // What completes a login tells who is logged in, too.
  const question = Object.keys(askedEarly).find((asked) => /^\/api\/(session$|login\/complete )/.test(asked));
  if (question) {
    const drawn = askedEarly[question].then(async (answer) => {
      const session = await contentOf(answer);
      const isNobody = question === '/api/session' && answer && answer.status === 401;
      if (isNobody) stored('localStorage', (storage) => storage.removeItem('nemkonto.session'));
      whenReleased(() => {
        if (shown.pressed || shown.failure) return;
        if (session) showSomebody(session);
        else if (isNobody && shown.isLoggedIn && !isReturn) showNobody();
      });
    });
    // The app takes the browser's time as it starts, and waits a moment for what can be used without it.
    if (isStart) {
      globalThis.firstPainted = new Promise((painted) => {
        drawn.then(() => requestAnimationFrame(() => setTimeout(painted))).catch(painted);
        setTimeout(painted, 500);
      });
    }
  }
  document.body.prepend(first);
})();

// Run in a page by layout.rs: lists what is cut off, overlaps the edge or is too small to hit.
const [spacing] = arguments;

const sheet = new CSSStyleSheet();
if (spacing) {
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}

const findings = [];
const name = (element) => `<${element.localName}${element.id ? ` id=${element.id}` : ''} class="${element.className.baseVal ?? element.className}">`;
const note = (element, what) => findings.push(`${name(element)} ${what}: ${element.textContent.trim().slice(0, 40)}`);

// Behind a modal dialog nothing can be read or hit.
const page = document.querySelector('dialog[open]') ?? document.body;
const isShown = (element) => {
  const box = element.getBoundingClientRect();
  // Words for screen readers alone are one pixel; the skip link waits above the page until it has the focus.
  return element.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1 && box.bottom + scrollY > 0;
};
const shown = [...page.querySelectorAll('*')].filter(isShown);

if (document.documentElement.scrollWidth > innerWidth) findings.push(`the page is ${document.documentElement.scrollWidth} wide`);
if (page.scrollWidth > page.clientWidth) findings.push(`${name(page)} scrolls sideways`);

// A table may be wider than the page, where keys can scroll it (1.4.10 leaves tables out).
const isInScroller = (element) => element.closest('[tabindex="0"]:has(table)') !== null;

const ownsText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
for (const element of shown) {
  if (element.closest('svg') && element.localName !== 'svg') continue;
  const box = element.getBoundingClientRect();
  if (isInScroller(element)) continue;
  if (box.left < -0.5 || box.right > innerWidth + 0.5) note(element, `reaches from ${box.left} to ${box.right}`);
  const isInline = getComputedStyle(element).display === 'inline';
  if (ownsText(element) && !isInline && !element.closest('.sr-only')) {
    if (element.scrollWidth > element.clientWidth + 1) note(element, `cuts its text off at ${element.clientWidth} of ${element.scrollWidth}`);
    if (element.scrollHeight > element.clientHeight + 1) note(element, `is ${element.clientHeight} high, its text ${element.scrollHeight}`);
  }
}

// A link inside a sentence is as high as its line (2.5.8, exception "inline").
const isInSentence = (link) => link.localName === 'a' && getComputedStyle(link).display === 'inline' && ownsText(link.parentElement);
const targets = page.querySelectorAll('a[href], button, summary, label, input:not([type=radio], [type=checkbox]), select, textarea');
for (const target of [...targets].filter(isShown)) {
  if (target.localName === 'label' && !target.control?.matches('[type=radio], [type=checkbox]')) continue;
  const { width, height } = target.getBoundingClientRect();
  if (!isInSentence(target) && (width < 24 || height < 24)) note(target, `is a target of ${width} by ${height}`);
}

document.adoptedStyleSheets = [];
return findings;

// Runs only in browsers that know no JavaScript modules, and so never run boot.js.
document.getElementById('loading').hidden = true;
document.getElementById('old-browser').hidden = false;

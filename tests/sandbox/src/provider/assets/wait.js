// Goes on by itself as soon as the app has answered, or the login has expired.
const state = document.getElementById("status");
const next = document.getElementById("continue").href;

async function ask() {
  try {
    const response = await fetch(state.dataset.url, { cache: "no-store" });
    const isWaiting = response.ok && (await response.json()).status === "waiting";
    if (!isWaiting) {
      location.replace(next);
      return;
    }
  } catch {
    // The network is away for a moment: ask again.
  }
  setTimeout(ask, 500);
}

ask();

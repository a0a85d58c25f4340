// Follows work that goes on: the page is filled again from the server every two seconds, and news is said once.
// Without scripts the page reloads itself.
(() => {
  "use strict";
  const place = document.getElementById("progress");
  const EVERY = 2000; // milliseconds
  const SAID_EVERY = 20000; // who listens hears of it now and then, and of the end at once
  let saidAt = 0;

  function say(words, now) {
    if (!now && Date.now() - saidAt < SAID_EVERY) return;
    saidAt = Date.now();
    document.getElementById("said").textContent = words;
  }

  async function follow() {
    let over = false;
    try {
      const answer = await fetch(place.dataset.follow);
      if (!answer.ok || answer.redirected) { window.location.reload(); return; } // signed out: the login says so
      const fresh = document.createElement("div");
      fresh.innerHTML = await answer.text(); // escaped by the server
      const news = fresh.querySelector("[data-said]");
      over = news.dataset.over !== undefined;
      if (over || !place.contains(document.activeElement)) place.replaceChildren(...fresh.childNodes);
      else place.querySelector("[data-said]").textContent = news.textContent; // who is on a button stays there
      say(news.dataset.said, over);
    } catch {
      // the server may be starting again: ask once more
    }
    if (!over) window.setTimeout(follow, EVERY);
  }

  if (place && place.dataset.follow) follow();
})();

// Follow what is on its way: look at this very page again, and replace the parts that tell how far it is. Nothing else of the page
// changes, so that nothing typed is lost. Parts are marked with data-follow: "on" while there is something to follow.
"use strict";

(() => {
  const FIRST_PAUSE = 3000; // milliseconds, half a block
  const LONGEST_PAUSE = 30000;
  const GIVES_UP_AFTER = 3600000; // an hour; the link to look again stays
  const parts = () => Array.from(document.querySelectorAll("[data-follow]"));
  const ends = Date.now() + GIVES_UP_AFTER;
  let pause = FIRST_PAUSE;

  function replace(found) {
    for (const part of parts()) {
      const newer = found.getElementById(part.id);
      part.dataset.follow = newer ? newer.dataset.follow : "";
      if (newer && newer.innerHTML !== part.innerHTML) {
        part.replaceChildren(...document.adoptNode(newer).childNodes);
        pause = FIRST_PAUSE;
      }
    }
  }

  async function look() {
    if (document.visibilityState === "visible") { // a page that nobody sees keeps no session alive
      pause = Math.min(pause * 1.25, LONGEST_PAUSE);
      try {
        const answer = await fetch(location.href, { headers: { "x-follows": "yes" }, redirect: "error", cache: "no-store" });
        if (answer.ok) replace(new DOMParser().parseFromString(await answer.text(), "text/html"));
      } catch {
        // The desk may be starting anew, or the session be over: the page stays as it is, with its link.
      }
    }
    wait();
  }

  function wait() {
    if (Date.now() < ends && parts().some((part) => part.dataset.follow === "on")) setTimeout(look, pause);
  }

  wait();
})();

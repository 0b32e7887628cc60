// Keeps the class view true: by server-sent events, or by asking again where those do not come through.
"use strict";

const live = document.getElementById("live");
const stale = document.getElementById("stale");
const ASK_AGAIN_MS = 5000;

/** Put in what has changed and leave the rest alone, so that focus and selection stay where they are. */
function show(html) {
  stale.hidden = true;
  const fresh = document.createElement("template");
  fresh.innerHTML = html;
  const part = (id) => [document.getElementById(id), fresh.content.getElementById(id)];
  replace(...part("safe"), true);
  const [left, freshLeft] = part("pause-left");
  if (left.dataset.ends !== freshLeft.dataset.ends) {
    document.getElementById("pause").className = fresh.content.getElementById("pause").className;
    replace(...part("pause-says"), true);
    left.replaceWith(freshLeft);
    countDown();
  }
  replace(...part("opened"), false);
  const rows = [...fresh.content.querySelectorAll("#students tbody tr")];
  const body = live.querySelector("#students tbody");
  const shown = [...body.querySelectorAll("tr")].map((row) => row.id).join();
  if (shown !== rows.map((row) => row.id).join()) {
    body.replaceChildren(...rows);
  } else {
    rows.forEach((row) => replace(document.getElementById(row.id), row, false));
  }
}

/** Change an element into another of the same kind. A live region itself has to stay, or nobody reads it out. */
function replace(old, fresh, keepsElement) {
  if (old.outerHTML === fresh.outerHTML) return;
  if (keepsElement) {
    old.className = fresh.className;
    old.replaceChildren(...fresh.childNodes);
    return;
  }
  const focused = old.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  old.replaceWith(fresh);
  if (focused !== null) fresh.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
}

// The server's clock when the page was made; this computer's may be wrong, but not how fast it goes.
const ahead = live === null ? 0 : Number(live.dataset.now) - performance.now();

/** Show what is left of a pause. At its end the server says that it is over. */
function countDown() {
  const { ends } = document.getElementById("pause-left").dataset;
  const left = document.getElementById("left");
  if (left === null) return;
  const seconds = Math.max(0, Math.ceil((Number(ends) - ahead - performance.now()) / 1000));
  left.hidden = false;
  left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

async function ask() {
  try {
    const answer = await fetch(live.dataset.source, { headers: { Accept: "text/html" } });
    if (answer.redirected) location.reload(); // signed out meanwhile
    else if (answer.ok) show(await answer.text());
    else stale.hidden = false;
  } catch {
    stale.hidden = false;
  }
}

function listen() {
  const stream = new EventSource(live.dataset.source);
  stream.onmessage = (event) => show(event.data);
  stream.onerror = () => {
    if (stream.readyState === EventSource.CLOSED) {
      ask();
      setInterval(ask, ASK_AGAIN_MS);
    } else {
      ask(); // a stream ends each minute by itself; where the server is gone, say so
    }
  };
}

if (live !== null) {
  listen();
  countDown();
  setInterval(countDown, 250);
}

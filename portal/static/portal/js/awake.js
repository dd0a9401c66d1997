// Keeps the screen on while the timer runs, where the browser can.

let lock = null;
let wanted = false;

async function take() {
  if (!wanted || lock || !("wakeLock" in navigator)) return;
  try {
    lock = await navigator.wakeLock.request("screen");
    lock.addEventListener("release", () => {
      lock = null;
    });
    if (!wanted) letSleep();
  } catch {
    lock = null; // low battery, or not allowed: the timer runs all the same
  }
}

export function keepAwake() {
  wanted = true;
  take();
}

export function letSleep() {
  wanted = false;
  lock?.release();
}

// The browser lets go of it when the page is hidden.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") take();
});

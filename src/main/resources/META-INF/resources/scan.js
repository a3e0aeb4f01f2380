// The scan page works without this.

// It reads the answer and the three facts aloud, for who has no glasses at hand.
(() => {
  const aloud = document.getElementById("aloud");
  if (!aloud || !window.speechSynthesis || !window.SpeechSynthesisUtterance) return;
  const words = aloud.querySelector("span");
  const start = words.textContent;
  const text = () =>
    [...document.querySelectorAll(".verdict h1, .verdict p, .name b, .facts div")]
      .map((part) => [...(part.matches("div") ? part.children : [part])].map((e) => e.textContent.trim()).join("，"))
      .join("。");
  let reading = null;
  const end = () => {
    reading = null;
    words.textContent = start;
  };
  aloud.querySelector("button").addEventListener("click", () => {
    if (reading) {
      speechSynthesis.cancel();
      end();
      return;
    }
    reading = new SpeechSynthesisUtterance(text());
    reading.lang = document.documentElement.lang;
    reading.rate = 0.9;
    reading.onend = reading.onerror = end;
    words.textContent = aloud.dataset.stop;
    speechSynthesis.speak(reading);
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());
  aloud.hidden = false;
})();

// It tells the service roughly where a label was scanned, if its reader wants to: the place is made
// coarse here, before it leaves the phone.
(() => {
  const where = document.getElementById("where");
  if (!where || !navigator.geolocation || !window.fetch) return;
  const button = where.querySelector("button");
  const say = (text) => where.replaceChildren(text);
  // to the next fifth of a degree, about 20 km
  const coarse = (degrees) => (Math.round(degrees * 5) / 5).toFixed(1);
  const tell = async ({ coords }) => {
    const body = new URLSearchParams({
      label: where.dataset.label,
      at: coarse(coords.latitude) + "," + coarse(coords.longitude),
    });
    try {
      const answer = await fetch("/scan/seen", { method: "POST", body });
      say(answer.ok ? where.dataset.done : where.dataset.failed);
    } catch {
      say(where.dataset.failed);
    }
  };
  button.addEventListener("click", () => {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(tell, () => say(where.dataset.failed), {
      enableHighAccuracy: false,
      maximumAge: 600000,
      timeout: 15000,
    });
  });
  where.hidden = false;
})();

// Builds the stage on which reveal.js shows the slides: keys, touch, overview (Esc), a number for each, help with "?".
const WIDTH = 1280;
const HEIGHT = 720;
const LARGEST = 1.5;
const deck = document.querySelector(".reveal");

function build() {
  document.getElementById("stage").media = "screen";
  for (const part of deck.querySelectorAll(".fit")) fit(part, part.parentElement);
  new Reveal(deck, {
    width: WIDTH,
    height: HEIGHT,
    margin: 0.03,
    hash: true,
    slideNumber: "c/t",
    transition: "none",
    backgroundTransition: "none",
    controlsTutorial: false,
    postMessage: false,
    postMessageEvents: false,
  }).initialize();
}

/** What is little is shown larger, so that it is read from the last row; what is taller than a slide gets smaller as a whole. */
function fit(part, slide) {
  slide.style.cssText = "display:block;position:static;padding:0";
  let zoom = LARGEST;
  for (; zoom > 1 && heightAt(part, zoom) * zoom > HEIGHT - 90; zoom -= 0.1);
  if (zoom <= 1) zoom = Math.max(0.4, Math.min(1, (HEIGHT - 40) / heightAt(part, 1)));
  part.style.zoom = zoom;
  slide.style.cssText = "";
}

/** What is shown larger has less room beside it, and goes on further down. */
function heightAt(part, zoom) {
  part.style.width = `${(WIDTH - 80) / zoom}px`;
  return part.offsetHeight;
}

// In the hand a whole slide would be too small to read: there they follow each other.
if (innerWidth >= 760) build();

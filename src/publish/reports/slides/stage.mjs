// Builds the stage on which reveal.js shows the slides: keys, touch, overview (Esc), a number for each, help with "?".
const WIDTH = 1280;
const HEIGHT = 720;
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

/** What is taller than a slide gets smaller as a whole. */
function fit(part, slide) {
  slide.style.cssText = "display:block;position:static;padding:0";
  part.style.width = `${WIDTH - 80}px`;
  part.style.zoom = Math.max(0.4, Math.min(1, (HEIGHT - 40) / part.offsetHeight));
  slide.style.cssText = "";
}

// In the hand a whole slide would be too small to read: there they follow each other.
if (innerWidth >= 760) build();

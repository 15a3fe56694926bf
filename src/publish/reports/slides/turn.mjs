// Turns the slides by keyboard; without it they are read by scrolling.
const slides = [...document.querySelectorAll("main > section")];
const shown = () =>
  slides.reduce(
    (best, slide, at) => (Math.abs(slide.getBoundingClientRect().top) < Math.abs(slides[best].getBoundingClientRect().top) ? at : best),
    0,
  );
const STEPS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -1e9, End: 1e9 };
addEventListener("keydown", (event) => {
  if (!(event.key in STEPS) || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = event.key === " " && event.shiftKey ? -1 : STEPS[event.key];
  event.preventDefault();
  const next = slides[Math.min(slides.length - 1, Math.max(0, shown() + step))];
  next.scrollIntoView();
  next.focus({ preventScroll: true });
});

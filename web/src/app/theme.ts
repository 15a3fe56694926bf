import { createTheme } from "@mantine/core";

/** Mantine's pieces take the tokens of `tokens.css`; nothing is set twice. */
export const theme = createTheme({
  fontFamily: "inherit",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Drawer: { defaultProps: { transitionProps: { duration: 0 } } },
    Modal: { defaultProps: { transitionProps: { duration: 0 } } },
  },
});

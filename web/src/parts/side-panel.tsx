// Beside the page, with an address of its own (`?NAME=ID`): back closes it, a link opens it.
import "@mantine/core/styles/CloseButton.css";
import "@mantine/core/styles/Drawer.css";
import "@mantine/core/styles/ModalBase.css";
import "@mantine/core/styles/Overlay.css";
import "./side-panel.css";
import { shellWords } from "@allmend/look/words/portal/shell";
import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { useWords } from "./use-words.ts";

interface Props {
  /** The search parameter that holds what is shown. */
  readonly name: string;
  readonly title: string;
  children(id: string): ReactNode;
}

export function SidePanel({ name, title, children }: Props) {
  const words = useWords(shellWords);
  const [search, setSearch] = useSearchParams();
  const id = search.get(name);
  const close = () =>
    setSearch((before) => {
      before.delete(name);
      return before;
    });
  return (
    <Drawer
      opened={id !== null}
      onClose={close}
      position="right"
      // It would write a style into the page, which the server does not allow.
      lockScroll={false}
      size="min(560px, 100vw)"
      title={title}
      classNames={{ content: "side-panel", header: "side-panel-head", title: "side-panel-title" }}
      closeButtonProps={{ "aria-label": words.close }}
    >
      {id !== null && children(id)}
    </Drawer>
  );
}

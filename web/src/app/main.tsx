// Where the portal begins: the person first, then the page.
import "@mantine/core/styles/baseline.css";
import "@mantine/core/styles/default-css-variables.css";
import "@mantine/core/styles/global.css";
import "./tokens.css";
import "./base.css";
import { createRoot } from "react-dom/client";
import { Application } from "./application.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element with the id root");
createRoot(root).render(<Application />);

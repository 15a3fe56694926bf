// Every page and its address. Pages are loaded when somebody goes there.
import { createBrowserRouter, type RouteObject } from "react-router";
import { Shell } from "../shell/shell.tsx";
import { PageFailed } from "../parts/page-failed.tsx";
import { NotFound } from "../pages/not-found.tsx";
import { Waiting } from "../parts/waiting.tsx";

const pages: RouteObject[] = [{ index: true, lazy: async () => ({ Component: (await import("../pages/today/today.tsx")).Today }) }];

export const router = createBrowserRouter([
  { path: "/sign-in", lazy: async () => ({ Component: (await import("../pages/sign-in/sign-in.tsx")).SignIn }), HydrateFallback: Waiting },
  {
    path: "/",
    Component: Shell,
    ErrorBoundary: PageFailed,
    HydrateFallback: Waiting,
    children: [...pages.map((page) => ({ ...page, ErrorBoundary: PageFailed })), { path: "*", Component: NotFound }],
  },
]);

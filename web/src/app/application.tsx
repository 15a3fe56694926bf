// What every page needs around it: the language, the theme, what was fetched before.
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "react-router";
import { isHttpFailure } from "../api/failure.ts";
import { PreferencesProvider, usePreferences } from "./preferences.tsx";
import { router } from "./routes.tsx";
import { theme } from "./theme.ts";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // What the server refused stays refused; what did not arrive is asked again.
      retry: (failures, error) => failures < 2 && !(isHttpFailure(error) && error.status < 500),
    },
  },
});

export function Application() {
  return (
    <PreferencesProvider>
      <Themed />
    </PreferencesProvider>
  );
}

function Themed() {
  const { dark } = usePreferences();
  return (
    <MantineProvider theme={theme} forceColorScheme={dark ? "dark" : "light"} withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

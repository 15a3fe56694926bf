// The frame around every page: where I am, what else there is for me, the front door, who I am.
import "./shell.css";
import { houseMark } from "@allmend/look";
import { shellWords } from "@allmend/look/words/portal/shell";
import { useState } from "react";
import { Navigate, NavLink, Outlet, useLocation } from "react-router";
import { isHttpFailure } from "../api/failure.ts";
import { useMe } from "../api/me.ts";
import { useOrganization } from "../api/organization.ts";
import { FailureNotice } from "../parts/failure-notice.tsx";
import { useWords } from "../parts/use-words.ts";
import { Waiting } from "../parts/waiting.tsx";
import { FrontDoor } from "./front-door/front-door.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { sectionsFor } from "./sections.ts";
import { WaitingCount } from "./waiting-count.tsx";
import { WhyPanel } from "./why-panel.tsx";

export function Shell() {
  const words = useWords(shellWords);
  const me = useMe();
  const organization = useOrganization();
  const location = useLocation();
  const [open, setOpen] = useState(false);
  if (me.isPending) return <Waiting />;
  if (isHttpFailure(me.error) && me.error.status === 401) {
    return <Navigate to={`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`} replace />;
  }
  if (me.error) return <FailureNotice error={me.error} retry={() => void me.refetch()} />;
  const mine = sectionsFor(new Set(me.data.permissions));
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <header className="top">
        <button type="button" className="menu-button button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.menu}
        </button>
        <NavLink to="/" className="house-name">
          <span dangerouslySetInnerHTML={{ __html: houseMark() }} />
          <bdi>{organization.data?.name ?? "Allmend"}</bdi>
        </NavLink>
        {me.data.permissions.includes("results:read") && <FrontDoor me={me.data} />}
        <PersonMenu me={me.data} />
      </header>
      <nav className={open ? "side open" : "side"} aria-label={words.menu}>
        {mine.map((section) => (
          <NavLink key={section.id} to={section.path} end={section.path === "/"} onClick={() => setOpen(false)}>
            {words.sections[section.id]}
            {section.id === "requests" && <WaitingCount />}
          </NavLink>
        ))}
      </nav>
      <main className="page" id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <WhyPanel />
    </div>
  );
}

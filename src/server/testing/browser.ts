// As much of a browser as signing in needs: cookies per host, redirects, forms. The office is asked without a socket, everything else over the network.
import type { App } from "../deps.ts";

export interface Page {
  readonly url: URL;
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Sent {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export class TestBrowser {
  readonly cookies = new Map<string, Map<string, string>>();
  readonly #app: App;
  readonly #office: string;

  constructor(app: App, office: string) {
    this.#app = app;
    this.#office = new URL(office).host;
  }

  /** Goes to an address, and wherever it is sent from there. */
  async go(address: string | URL, sent: Sent = {}): Promise<Page> {
    let url = new URL(address, `http://${this.#office}`);
    let page = await this.#once(url, sent);
    for (let hops = 0; hops < 20 && page.headers.location !== undefined && page.status >= 300 && page.status < 400; hops++) {
      url = new URL(page.headers.location, url);
      page = await this.#once(url, {});
    }
    return page;
  }

  /** One request, going nowhere by itself. */
  async once(address: string | URL, sent: Sent = {}): Promise<Page> {
    return this.#once(new URL(address, `http://${this.#office}`), sent);
  }

  async #once(url: URL, { method = "GET", body, headers = {} }: Sent): Promise<Page> {
    const cookie = [...(this.cookies.get(url.host) ?? [])].map(([name, value]) => `${name}=${value}`).join("; ");
    const all = { ...headers, ...(cookie === "" ? {} : { cookie }) };
    const page = url.host === this.#office ? await this.#askOffice(url, method, body, all) : await askNetwork(url, method, body, all);
    for (const line of page.set) this.#keep(url.host, line);
    return { url, ...page };
  }

  async #askOffice(url: URL, method: string, body: string | undefined, headers: Readonly<Record<string, string>>) {
    const answer = await this.#app.inject({
      method: method as "GET",
      url: `${url.pathname}${url.search}`,
      headers: { host: url.host, ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
    const set = answer.headers["set-cookie"] ?? [];
    const flat = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
    return { status: answer.statusCode, text: answer.body, headers: flat, set: Array.isArray(set) ? set : [String(set)] };
  }

  #keep(host: string, line: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const jar = this.cookies.get(host) ?? new Map<string, string>();
    if (value === "" || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
    else jar.set(name, value);
    this.cookies.set(host, jar);
  }
}

async function askNetwork(url: URL, method: string, body: string | undefined, headers: Readonly<Record<string, string>>) {
  const answer = await fetch(url, { method, redirect: "manual", headers, ...(body === undefined ? {} : { body }) });
  return {
    status: answer.status,
    text: await answer.text(),
    headers: Object.fromEntries(answer.headers),
    set: answer.headers.getSetCookie(),
  };
}

/** Signs in at the provider of the tests: types a login, agrees to everything. */
export async function signInAs(browser: TestBrowser, login: string, to = "/api/me"): Promise<Page> {
  let page = await browser.go(`/api/sign-in/start?to=${encodeURIComponent(to)}`);
  for (let steps = 0; steps < 4 && page.text.includes('name="prompt"'); steps++) {
    const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? "";
    const prompt = /name="prompt" value="(\w+)"/.exec(page.text)?.[1] ?? "";
    page = await browser.go(new URL(action, page.url), {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ prompt, login, password: "any" }).toString(),
    });
  }
  return page;
}

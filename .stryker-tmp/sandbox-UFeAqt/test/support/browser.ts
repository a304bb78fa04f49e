// @ts-nocheck
import { type CheerioAPI, load } from 'cheerio';
import { CookieJar } from 'tough-cookie';

/** What a visit came to. */
export interface Page {
  readonly url: string;
  readonly response: Response;
  readonly status: number;
  readonly text: string;
  /** Absolute; left out where there is no redirect. */
  readonly location: string | undefined;
  readonly $: CheerioAPI;
}

/** A browser without scripts: cookies, forms, redirects. */
export interface Browser {
  readonly jar: CookieJar;
  readonly get: (url: string) => Promise<Page>;
  /** Goes on while redirects stay on hosts of the emulator, at most 20 times. */
  readonly follow: (page: Page) => Promise<Page>;
  /** Fills in and submits the form as a browser would, and follows. */
  readonly submit: (page: Page, form: string, values?: Values, button?: string) => Promise<Page>;
  /** Every address that was requested. */
  readonly visited: string[];
}

type Values = Readonly<Record<string, string>>;

const HOPS = 20;

/**
 * Makes a browser with an empty cookie jar.
 *
 * @param fetch answers a request, redirects included
 * @param isOurs whether an address may be requested; a callback may not
 */
export function createBrowser(
  fetch: (request: Request) => Promise<Response>,
  isOurs: (url: URL) => boolean = (url) => url.port === '9480',
): Browser {
  const jar = new CookieJar();
  const visited: string[] = [];

  async function request(url: string, init: RequestInit = {}): Promise<Page> {
    visited.push(url);
    const cookie = await jar.getCookieString(url);
    const headers = new Headers(init.headers);
    if (cookie !== '') headers.set('cookie', cookie);
    const response = await fetch(new Request(url, { ...init, headers }));
    for (const line of response.headers.getSetCookie()) await jar.setCookie(line, url);
    const text = await response.clone().text();
    const location = response.headers.get('location');
    return {
      url,
      response,
      status: response.status,
      text,
      location: location === null ? undefined : new URL(location, url).href,
      $: load(text),
    };
  }

  async function follow(page: Page): Promise<Page> {
    let current = page;
    for (let hop = 0; hop < HOPS; hop += 1) {
      if (current.location === undefined || !isOurs(new URL(current.location))) return current;
      current = await request(current.location);
    }
    throw new Error(`More than ${HOPS} redirects, the last to ${current.location}`);
  }

  async function submit(page: Page, selector: string, values: Values = {}, button?: string): Promise<Page> {
    const form = page.$(selector);
    if (form.length !== 1) throw new Error(`${form.length} forms match ${selector} on ${page.url}`);
    const body = new URLSearchParams();
    for (const { name, value } of form.serializeArray()) {
      if (!(name in values)) body.append(name, value);
    }
    for (const [name, value] of Object.entries(values)) body.append(name, value);
    const pressed = button === undefined ? undefined : form.find(button);
    const name = pressed?.attr('name');
    if (name !== undefined) body.append(name, pressed?.attr('value') ?? '');
    const action = new URL(form.attr('action') || page.url, page.url).href;
    if (form.attr('method')?.toLowerCase() !== 'post') {
      return follow(await request(`${action.split('?')[0]}?${body}`));
    }
    return follow(await request(action, { method: 'POST', body }));
  }

  return { jar, visited, follow, submit, get: (url) => request(url) };
}

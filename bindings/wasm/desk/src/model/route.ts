/** Which view is shown: in the address behind the `#`, so that Back and bookmarks work from a folder too. */

export const VIEWS = ["begin", "found", "home", "do", "papers", "audit", "who", "journal", "charter"] as const;

export type View = (typeof VIEWS)[number];

export interface Route {
  view: View;
  /** What else the address says. */
  with: URLSearchParams;
}

export function routeNow(): Route {
  const [path = "", query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const view = VIEWS.find((it) => it === path) ?? "home";
  return { view, with: new URLSearchParams(query) };
}

export function addressOf(view: View, wanted: Record<string, string> = {}): string {
  const query = new URLSearchParams(wanted).toString();
  return `#/${view}${query ? `?${query}` : ""}`;
}

export function goTo(view: View, wanted: Record<string, string> = {}): void {
  location.hash = addressOf(view, wanted);
}

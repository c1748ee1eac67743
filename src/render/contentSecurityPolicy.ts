import type { Site } from "../config.ts";

/**
 * What a page may load: style sheets, scripts, pictures and files of its own site, and nothing else.
 * @param site - the site's configuration; `images: "show"` lets pictures of other hosts in
 * @param serving - whether the development server is to reload pages, for which it brings a script
 * @returns the policy for a `meta` element: https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy(site: Site, serving: boolean): string {
  const directives = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    site.images === "show" ? "img-src 'self' https: http:" : "img-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    serving ? "connect-src 'self' ws:" : "connect-src 'self'",
  ];
  return directives.join("; ");
}

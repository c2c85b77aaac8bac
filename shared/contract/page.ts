/**
 * The headers with which both hosts serve the page: nothing is loaded from anywhere but the program itself. Inline styles are
 * allowed because the component library injects them; inline scripts never.
 */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
}

/** A file of the built page: where it lies below the page's folder, and as what and how it is served. */
export interface PageFile {
  readonly file: string
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Finds the file that the path of an address means; undefined for everything that is not plainly a name below the page's
 * folder. Containment lies in the alphabet: no escapes, no backslash, no colon, no segment that begins with a dot.
 */
export function pageFile(pathname: string): PageFile | undefined {
  const file = pathname === '/' ? 'index.html' : pathname.slice(1)
  if (!/^(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*\/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*$/.test(file)) return undefined
  const type = types[file.slice(file.lastIndexOf('.') + 1)]
  if (type === undefined) return undefined
  // The names of assets carry a hash of their content; the page that names them does not.
  const caching = file.startsWith('assets/') ? 'private, max-age=31536000, immutable' : 'no-store'
  return { file, headers: { ...pageHeaders, 'content-type': type, 'cache-control': caching } }
}

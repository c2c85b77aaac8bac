const key = 'kehu.token'

/**
 * Takes the token of browser mode out of the opening address into this tab's own store and cleans the address, so that it is
 * neither seen, nor bookmarked, nor taken for a route. Empty when the page was opened without one.
 */
export function takeToken(): string {
  const given = /^#token=([\w-]+)$/.exec(location.hash)?.[1]
  if (given !== undefined) {
    sessionStorage.setItem(key, given)
    history.replaceState(null, '', `${location.pathname}${location.search}`)
  }
  return sessionStorage.getItem(key) ?? ''
}

/** A new address typed into the tab of an old one changes the fragment only: the page then begins again with the new token. */
export function watchToken(): void {
  addEventListener('hashchange', () => {
    if (!location.hash.startsWith('#token=')) return
    takeToken()
    location.reload()
  })
}

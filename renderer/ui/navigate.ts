import { navigate as hashNavigate } from 'wouter/use-hash-location'

/** Goes to a screen, such as `/customers/12/kh001`. */
export function navigate(route: string, options: { replace?: boolean; state?: unknown } = {}): void {
  hashNavigate(route, options)
}

/** Begins a card that has never been saved; it is known by the key of its draft until it is. */
export function startCard(): void {
  navigate(`/new/${crypto.randomUUID()}/kh001`)
}

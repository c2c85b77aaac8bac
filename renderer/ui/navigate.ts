import { navigate as hashNavigate } from 'wouter/use-hash-location'

/** Goes to a screen, such as `/customers/12/kh001`. */
export function navigate(route: string, options: { replace?: boolean } = {}): void {
  hashNavigate(route, options)
}

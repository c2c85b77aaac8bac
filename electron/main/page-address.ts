/** The scheme and the address of our page inside the program. */
export const pageScheme = 'app'
export const pageAddress = `${pageScheme}://kehu/`

/** Whether an address is our own page, at whatever route. */
export function isOurPage(address: string): boolean {
  return (
    address === pageAddress || address.startsWith(`${pageAddress}#`) || address.startsWith(`${pageAddress}index.html`)
  )
}

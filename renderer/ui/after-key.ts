/** Opens a dialog from a menu once the key that chose it is done, or the same Enter would press a button of the dialog. */
export function afterKey(open: () => void): void {
  setTimeout(open)
}

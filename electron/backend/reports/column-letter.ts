const known: string[] = []

/** The name of a column, counted from 1: A, B, and AA behind Z. */
export function columnLetter(column: number): string {
  return (known[column] ??= named(column))
}

function named(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26))
  return column > 26 ? named(Math.floor((column - 1) / 26)) + last : last
}

import { readFileSync } from 'node:fs'

/** What a display showed at one moment. */
export interface Screen {
  /** How many colours there are. */
  readonly shades: number
  /** The part of the screen, from 0 to 1, that has a colour, which is written as six hexadecimal digits. */
  share(colour: string): number
}

/** Reads the file in which Xvfb keeps its picture: X's own format (XWD), whose head is a row of big-endian numbers. */
export function readScreen(file: string): Screen {
  const bytes = readFileSync(file)
  const number = (place: number) => bytes.readUInt32BE(place * 4)
  const [width, height, bytesPerLine] = [number(4), number(5), number(12)]
  const begin = number(0) + number(19) * 12
  const count = new Map<number, number>()
  for (let line = 0; line < height; line++) {
    for (let column = 0; column < width; column++) {
      const colour = bytes.readUInt32LE(begin + line * bytesPerLine + column * 4) & 0xff_ff_ff
      count.set(colour, (count.get(colour) ?? 0) + 1)
    }
  }
  return {
    shades: count.size,
    share: colour => (count.get(Number.parseInt(colour, 16)) ?? 0) / (width * height),
  }
}

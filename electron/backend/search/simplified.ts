import { Converter } from 'opencc-js/t2cn'

const convert = Converter({ from: 't', to: 'cn' })

/** A text in simplified characters, in which names are compared and found however they are written (rules.md 8, 15). */
export function simplified(text: string): string {
  return convert(text)
}

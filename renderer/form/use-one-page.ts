import { type RefObject, useLayoutEffect, useRef } from 'react'

const pageHeight = (277 / 25.4) * 96 // A4 less the margins, in CSS pixels
const slack = 6
const smallest = 0.72 // below this nobody reads it; the form takes a second page instead

/** Draws a form a little smaller where that keeps it on one page of A4. */
export function useOnePage<T extends HTMLElement>(): RefObject<T | null> {
  const content = useRef<T>(null)
  // After every drawing: whatever changed may have changed the height.
  useLayoutEffect(() => {
    const element = content.current
    if (!element) return
    element.style.zoom = '1'
    const zoom = (pageHeight - slack) / element.offsetHeight
    if (zoom < 1 && zoom >= smallest) element.style.zoom = zoom.toFixed(3)
  })
  return content
}

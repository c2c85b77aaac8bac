/** Stands in records that are kept where a value stood that was erased; no box of a card in use ever says it. */
export const erasedMark = '⟦erased⟧'

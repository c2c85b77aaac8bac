/** How long a person sees delicate boxes that they asked to see (rules 11). */
export const revealSeconds = 60

/** The words of approval packets in Simplified Chinese. */
export const packets = {}

export type PacketsTexts = typeof packets

import type { PacketsTexts } from '../zh-CN/packets.ts'

/** The words of approval packets in English. */
export const packets: PacketsTexts = {}

import type { PacketsTexts } from '../zh-CN/packets.ts'

/** The words of approval packets in Traditional Chinese. */
export const packets: PacketsTexts = {}

import type { Post } from './roles.ts'

/** Up to which total limit (分, inclusive) which posts sign; `upTo: null` is the last tier. */
export interface Tier {
  readonly upTo: number | null
  readonly posts: readonly Post[]
}

/** 审批权限表 (rules 2): tiers from the smallest amount to the largest; from `allItemsFrom` 分 on all five items are verified. */
export interface Matrix {
  readonly tiers: readonly Tier[]
}

/** Periods in months and days, thresholds in 分 (rules 3, 9, 13, 14); a company changes them by proposal. */
export interface Terms {
  readonly monthsAB: number
  readonly monthsC: number
  readonly monthsFirst: number
  readonly temporaryDays: number
  readonly temporaryPercent: number
  readonly delegationDays: number
  /** From this amount on a second person has to visit (d). */
  readonly visitFrom: number
  /** From this amount on all five items are verified, and a packet without a key is not enough. */
  readonly allItemsFrom: number
  /** A first limit opens with this share of it, and at most this amount, until one invoice is paid. */
  readonly firstPercent: number
  readonly firstMost: number
  readonly completenessPercent: number
  readonly registryDays: number
  readonly reviewDays: number
  readonly reminderDays: number
  /** A card that nobody has found right for so many months is stale (rules 21). */
  readonly staleMonths: number
}

/** As on the paper form: all four sign, whatever the amount. */
export const defaultMatrix: Matrix = {
  tiers: [{ upTo: null, posts: ['officeHead', 'salesManager', 'marketingVp', 'generalManager'] }],
}

/** The tiers that rules 2 proposes to a company that wants them. */
export const proposedMatrix: Matrix = {
  tiers: [
    { upTo: 5_000_000, posts: ['officeHead', 'salesManager'] },
    { upTo: 20_000_000, posts: ['officeHead', 'salesManager', 'marketingVp'] },
    { upTo: null, posts: ['officeHead', 'salesManager', 'marketingVp', 'generalManager'] },
  ],
}

export const defaultTerms: Terms = {
  monthsAB: 12,
  monthsC: 6,
  monthsFirst: 3,
  temporaryDays: 90,
  temporaryPercent: 50,
  delegationDays: 30,
  visitFrom: 10_000_000,
  allItemsFrom: 30_000_000,
  firstPercent: 30,
  firstMost: 2_000_000,
  completenessPercent: 70,
  registryDays: 90,
  reviewDays: 7,
  reminderDays: 30,
  staleMonths: 12,
}

/** Whether a reason says enough where one is asked for: five characters, blanks around them not counted (rules 14). */
export function saysWhy(reason: string): boolean {
  return Array.from(reason.trim()).length >= 5
}

/** Above this credit (分) a firm needs its 统一社会信用代码; below it a reason is enough (rules 7). */
export const creditCodeAbove = 2_000_000

import fc from 'fast-check'
import { applicationKinds, decisions } from '../../shared/domain/application.ts'
import { posts } from '../../shared/domain/roles.ts'

/** Everybody of the company, the administrator first. */
export const names = ['林晓', '孙磊', '韩雪', '郑凯', '钱芳', '周敏', '陈卫东', '赵红', '吴建国'] as const
export type Name = (typeof names)[number]

const who = fc.constantFrom(...names)
/** Mostly somebody who fills in, so that a run comes further than its first refusal. */
const filler = fc.oneof({ weight: 4, arbitrary: fc.constantFrom('孙磊', '韩雪') }, { weight: 1, arbitrary: who })
const customer = fc.constantFrom(1, 2)
/** Which of the applications that there are, counted from the newest. */
const which = fc.constantFrom(0, 0, 0, 1, 2)
const box = fc.constantFrom('customer.address', 'credit.accounts.remarks', 'credit.requestedLimit')
const kind = fc.constantFrom(...applicationKinds)
const post = fc.constantFrom(...posts)
const asked = fc.constantFrom(0, 500_000, 1_000_000, 9_000_000)
const wish = fc.oneof(
  { weight: 8, arbitrary: fc.constant('agree' as const) },
  { weight: 2, arbitrary: fc.constantFrom(...decisions) },
)
const decide = {
  who: fc.oneof(
    { weight: 12, arbitrary: fc.constant(null) },
    { weight: 3, arbitrary: fc.constantFrom('韩雪', '周敏') },
    { weight: 2, arbitrary: who },
  ),
  decision: wish,
  returnTo: fc.constantFrom('filler', 'previous'),
  granted: fc.constantFrom(null, 1_000_000, 900_000_000),
  stale: fc.boolean(),
}

const times = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary })
/** One call, legal or not, or a few of them. */
export const step = fc.oneof(
  times(24, fc.record({ call: fc.constant('decide'), which, ...decide })),
  times(3, fc.record({ call: fc.constant('signAll'), which })),
  times(8, fc.record({ call: fc.constant('submit'), who: filler, which })),
  times(4, fc.record({ call: fc.constant('begin'), who: filler, customer, kind })),
  times(2, fc.record({ call: fc.constant('change'), who: filler, which, salesperson: filler, amount: asked })),
  times(3, fc.record({ call: fc.constant('save'), who: filler, customer, box })),
  times(3, fc.record({ call: fc.constant('ready'), who: filler, customer })),
  times(2, fc.record({ call: fc.constant('confirm'), who, which })),
  times(1, fc.record({ call: fc.constant('withdraw'), who: filler, which })),
  times(1, fc.record({ call: fc.constant('delegate'), who, to: who, post })),
  times(2, fc.record({ call: fc.constant('givePost'), who, post })),
  times(1, fc.record({ call: fc.constant('account'), who, without: post, disabled: fc.boolean() })),
  times(1, fc.record({ call: fc.constant('verify'), who, customer })),
  times(1, fc.record({ call: fc.constant('release'), who, which })),
  times(2, fc.record({ call: fc.constant('days'), days: fc.constantFrom(1, 1, 7, 31, 100) })),
)
/** What a step says. */
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
/** A step of one kind. */
export type Of<C extends Step['call']> = Extract<Step, { call: C }>

import { describe, expect, test } from 'vitest'
import {
  amountInHand,
  hasPrevious,
  missingIn,
  type SigningForm,
  signatureOf,
  startSigning,
  withGrade,
} from '../../renderer/features/approvals/signing-form.ts'
import type { ApplicationDetail, ChainStep } from '../../shared/contract/application-calls.ts'

const today = '2026-11-23'

function step(place: number, more: Partial<ChainStep>): ChainStep {
  return {
    place,
    attempt: 1,
    post: 'officeHead',
    state: 'waiting',
    candidates: [],
    signer: null,
    onBehalfOf: null,
    granted: null,
    grade: null,
    validTo: null,
    comment: null,
    flagsSeen: [],
    evidence: null,
    signedAt: null,
    ...more,
  }
}

const signedBelow = step(1, { state: 'signed', signer: { id: 2, name: '周敏' }, granted: 42_000_000 })

/** What a signer sees; 500,000.00 are asked for, and two flags are raised. */
function application(more: Partial<ApplicationDetail> = {}): ApplicationDetail {
  return {
    id: 7,
    number: 'KH002-0123-01',
    customerId: 1,
    customerNo: '0123',
    customerName: '杭州明珠商贸有限公司',
    kind: 'standing',
    state: 'pending',
    revision: 2,
    post: 'salesManager',
    amount: 50_000_000,
    approvedLimit: null,
    approvedGrade: null,
    validFrom: null,
    validTo: null,
    filler: '林晓',
    submittedAt: '2026-11-20T08:05:00.000Z',
    waited: 1,
    mine: true,
    salesperson: null,
    reason: null,
    startsOn: null,
    endsOn: null,
    plan: [],
    values: {},
    masked: {},
    digest: null,
    limit: {
      state: 'none',
      standing: 0,
      approved: 0,
      temporary: 0,
      total: 0,
      grade: null,
      validTo: null,
      temporaryTo: null,
      review: null,
    },
    related: [],
    totalLimit: 50_000_000,
    changes: { lastTime: null, sinceLastTime: [], sinceLastVersion: [], sinceSubmission: [] },
    flags: [
      { key: 'samePhone:0871', code: 'samePhone', facts: { customers: '0871' } },
      { key: 'bestEverywhere', code: 'bestEverywhere', facts: {} },
    ],
    verification: [],
    attachments: [],
    steps: [step(1, { state: 'open' }), step(2, {})],
    earlierSteps: [],
    opinions: [],
    withdrawal: null,
    may: {
      sign: true,
      whyNot: null,
      onBehalfOf: null,
      edit: false,
      submit: false,
      withdraw: false,
      askWithdrawal: false,
      answerOpinion: false,
      confirmChanges: false,
      makePacket: true,
    },
    isLastStep: false,
    defaults: {
      grade: 'A',
      validTo: '2027-11-22',
      validToByGrade: { A: '2027-11-22', B: '2027-11-22', C: '2027-05-22' },
    },
    ...more,
  }
}

/** The form of somebody who has read everything and given the password. */
function filled(detail: ApplicationDetail, more: Partial<SigningForm> = {}): SigningForm {
  return { ...startSigning(detail), seen: new Set(detail.flags.map(flag => flag.key)), password: 'p', ...more }
}

describe('what is missing is said before anything is sent', () => {
  test('nothing is decided beforehand, and every part is named in the order of the screen', () => {
    const detail = application()
    expect(missingIn(startSigning(detail), detail, today)).toEqual(['flags', 'decision', 'password'])
  })

  test('one flag that was not ticked keeps a grant back, but neither a return nor a refusal', () => {
    const detail = application()
    const seen = new Set(['samePhone:0871'])
    expect(missingIn(filled(detail, { seen, decision: 'agree' }), detail, today)).toEqual(['flags'])
    for (const decision of ['return', 'reject'] as const)
      expect(missingIn(filled(detail, { seen, decision, comment: '资料不全面' }), detail, today)).toEqual([])
  })

  test.each(['lower', 'return', 'reject'] as const)('%s needs five characters, counted as people count', decision => {
    const detail = application()
    const withComment = (comment: string) => missingIn(filled(detail, { decision, comment }), detail, today)
    expect(withComment('四个字。')).toEqual(['comment'])
    expect(withComment('  四个字。 ')).toEqual(['comment'])
    expect(withComment('𠮷𠮷𠮷𠮷')).toEqual(['comment'])
    expect(withComment('五个字了。')).toEqual([])
  })

  test('an agreement needs no words', () => {
    const detail = application()
    expect(missingIn(filled(detail, { decision: 'agree' }), detail, today)).toEqual([])
  })

  test('an amount is understood and not above what was asked for, to the 分', () => {
    const detail = application()
    const granting = (granted: string) =>
      missingIn(filled(detail, { decision: 'lower', comment: '先按此执行', granted }), detail, today)
    expect(granting('50万')).toEqual([])
    expect(granting('0')).toEqual([])
    expect(granting('500,000.01')).toEqual(['granted'])
    expect(granting('四十来块')).toEqual(['granted'])
    expect(granting('')).toEqual(['granted'])
  })

  test('the last signature on a standing limit sets a grade and an end within its period', () => {
    const detail = application({ isLastStep: true })
    const ending = (validTo: string, grade: SigningForm['grade'] = 'C') =>
      missingIn(filled(detail, { decision: 'agree', grade, validTo }), detail, today)
    expect(ending('2027-05-22')).toEqual([])
    expect(ending('2027-05-23')).toEqual(['validTo'])
    expect(ending(today)).toEqual([])
    expect(ending('2026-11-22')).toEqual(['validTo'])
    expect(ending('soon')).toEqual(['validTo'])
    expect(ending('2027-05-22', null)).toEqual(['grade'])
  })

  test.each(['temporary', 'lowering'] as const)('a %s limit takes neither grade nor end from the signature', kind => {
    const detail = application({ isLastStep: true, kind })
    const form = filled(detail, { decision: 'agree', grade: null, validTo: '' })
    expect(missingIn(form, detail, today)).toEqual([])
    expect(signatureOf(form, detail, today)).toMatchObject({ grade: null, validTo: null })
  })
})

describe('a signature', () => {
  test('names the step, the revision and the ticks, and an amount only where it was changed', () => {
    const detail = application()
    expect(signatureOf(filled(detail, { decision: 'agree', granted: '1' }), detail, today)).toEqual({
      id: 7,
      revision: 2,
      place: 1,
      attempt: 1,
      decision: 'agree',
      granted: null,
      grade: null,
      validTo: null,
      comment: '',
      returnTo: 'filler',
      flagsSeen: ['samePhone:0871', 'bestEverywhere'],
      password: 'p',
    })
    const lowered = filled(detail, { decision: 'lower', granted: '42万', comment: ' 先按此执行 ' })
    expect(signatureOf(lowered, detail, today)).toMatchObject({ granted: 42_000_000, comment: '先按此执行' })
  })

  test('is none while something is missing, and none where no step is open', () => {
    const detail = application()
    expect(signatureOf(filled(detail, { decision: 'agree', password: '' }), detail, today)).toBeUndefined()
    const decided = application({ steps: [signedBelow] })
    expect(signatureOf(filled(decided, { decision: 'agree' }), decided, today)).toBeUndefined()
  })
})

test('what is agreed to is what the level below has granted', () => {
  const detail = application({ steps: [signedBelow, step(2, { state: 'open' })] })
  expect(amountInHand(detail)).toBe(42_000_000)
  expect(startSigning(detail).granted).toBe('420,000.00')
  expect(amountInHand(application())).toBe(50_000_000)
})

test('an application goes back to a level below only where one has signed', () => {
  expect(hasPrevious(application({ steps: [signedBelow, step(2, { state: 'open' })] }))).toBe(true)
  expect(hasPrevious(application())).toBe(false)
  expect(hasPrevious(application({ steps: [step(1, { state: 'byHigher' }), step(2, { state: 'open' })] }))).toBe(false)
})

test('another grade brings its own end, but a day that somebody typed stays', () => {
  const detail = application({ isLastStep: true })
  expect(withGrade(startSigning(detail), 'C', detail)).toMatchObject({ grade: 'C', validTo: '2027-05-22' })
  expect(withGrade({ ...startSigning(detail), validTo: '2027-01-31' }, 'C', detail).validTo).toBe('2027-01-31')
})

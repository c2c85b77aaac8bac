import type { PacketAnswer, PacketProblem, PacketRefusal } from '../../../../shared/contract/packet-calls.ts'
import { type Decision, decisions } from '../../../../shared/domain/application.ts'
import { formatMoney } from '../../../../shared/domain/money.ts'
import { parseDate } from '../../../../shared/domain/partial-date.ts'
import { saysWhy } from '../../../../shared/domain/policy.ts'
import { fromSerial } from '../../../../shared/domain/serial-date.ts'
import { tidy } from '../../../../shared/domain/width.ts'
import { languages } from '../../../../shared/text/language.ts'
import { packetSheetTexts } from '../../../../shared/text/packet-sheet.ts'
import { decisionWords } from './identity-sheet.ts'
import { type OpenBox, openCells } from './open-cells.ts'
import type { PlainCell, PlainSheet } from './packet-cells.ts'
import type { PacketContent } from './packet-content.ts'
import { refusal } from './refusal.ts'

const longestReason = 2000

/** What the open cells of a packet say; an answer that can not be understood is nothing and all that is wrong with it. */
export interface ReadAnswer {
  readonly answer: PacketAnswer | null
  readonly refusals: readonly PacketRefusal[]
}

/** Understands what was filled in; `today` is ISO. */
export function readAnswer(content: PacketContent, sheets: readonly PlainSheet[], today: string): ReadAnswer {
  const texts = packetSheetTexts[content.language]
  const cells = sheets.find(({ name }) => name === texts.approvalSheet)?.cells
  const addresses = new Map(openCells(content))
  const refusals: PacketRefusal[] = []
  const at = (box: OpenBox): PlainCell | undefined => cells?.get(addresses.get(box) ?? '')
  const refuse = (code: PacketProblem, box: OpenBox, expected: string): null => {
    const cell = `${addresses.get(box) ?? ''} ${texts[box]}`
    refusals.push(refusal(code, { sheet: texts.approvalSheet, cell, expected, found: String(at(box) ?? '') }))
    return null
  }
  const desk: Desk = { content, today, at, refuse }

  const decision = decisionOf(desk)
  const granted = decision && grantedOf(desk, decision)
  const comment = textIn(at('comment')).slice(0, longestReason)
  if (decision && decision !== 'agree' && !saysWhy(comment)) refuse('comment-missing', 'comment', texts.prompts.comment)
  const signature = textIn(at('signature'))
  if (signature === '') refuse('signature-missing', 'signature', texts.prompts.signature)
  const signedOn = signedOnOf(desk)
  const isGranted = decision === 'agree' || decision === 'lower'
  const last = content.isLastStep && isGranted ? { grade: gradeOf(desk), validTo: validToOf(desk, signedOn) } : none
  if (refusals.length > 0 || decision === null || signedOn === null) return { answer: null, refusals }
  return { answer: { decision, granted, ...last, comment, signature, signedOn }, refusals }
}

const none = { grade: null, validTo: null }

interface Desk {
  readonly content: PacketContent
  readonly today: string
  readonly at: (box: OpenBox) => PlainCell | undefined
  readonly refuse: (code: PacketProblem, box: OpenBox, expected: string) => null
}

const textIn = (value: PlainCell | undefined): string => tidy(String(value ?? ''))

function decisionOf({ content, at, refuse }: Desk): Decision | null {
  const word = textIn(at('decision'))
  const choice = decisionWords(content.language).join(' / ')
  if (word === '') return refuse('decision-missing', 'decision', choice)
  const said = decisions.find(decision =>
    languages.some(language => packetSheetTexts[language].decisions[decision] === word),
  )
  return said ?? refuse('decision-unknown', 'decision', choice)
}

/** 同意 grants what was offered, whether the amount is repeated or not; 同意但改额度 another one, never more than was asked for. */
function grantedOf({ content, at, refuse }: Desk, decision: Decision): number | null {
  if (decision === 'return' || decision === 'reject') return null
  const texts = packetSheetTexts[content.language]
  const most = content.snapshot.amount
  const value = at('granted')
  if (value === undefined && decision === 'agree') return null
  const fen = fenIn(value)
  if (fen === undefined) return refuse('amount-not-number', 'granted', formatMoney(most))
  if (fen > most) return refuse('amount-too-large', 'granted', formatMoney(most))
  const fitting = fen === content.offered ? 'agree' : 'lower'
  if (decision !== fitting) return refuse('decision-unknown', 'decision', texts.decisions[fitting])
  return decision === 'agree' ? null : fen
}

function fenIn(value: PlainCell | undefined): number | undefined {
  if (typeof value !== 'number' || value < 0) return undefined
  const fen = Math.round(value * 100)
  return Number.isSafeInteger(fen) && Math.abs(value * 100 - fen) < 1e-4 ? fen : undefined
}

function gradeOf({ content, at, refuse }: Desk): PacketAnswer['grade'] {
  const { prompts } = packetSheetTexts[content.language]
  const letter = textIn(at('grade')).normalize('NFKC').toUpperCase()
  if (letter === '') return refuse('grade-missing', 'grade', prompts.grade)
  const grade = (['A', 'B', 'C'] as const).find(candidate => candidate === letter)
  return grade ?? refuse('grade-unknown', 'grade', prompts.grade)
}

function signedOnOf({ content, today, at, refuse }: Desk): string | null {
  const day = dayIn(at('signedOn'), today)
  const { prompts } = packetSheetTexts[content.language]
  if (day === null) return refuse('date-missing', 'signedOn', prompts.signedOn)
  if (day > today) return refuse('date-future', 'signedOn', today)
  if (day < content.submittedOn) return refuse('date-before-submission', 'signedOn', content.submittedOn)
  return day
}

function validToOf({ content, today, at, refuse }: Desk, signedOn: string | null): string | null {
  const value = at('validTo')
  const { prompts } = packetSheetTexts[content.language]
  if (value === undefined) return refuse('valid-to-missing', 'validTo', prompts.validTo)
  const day = dayIn(value, today)
  if (day === null || (signedOn !== null && day < signedOn))
    return refuse('valid-to-invalid', 'validTo', prompts.validTo)
  return day
}

/** A day, however the program has stored it: as a day number or as a text that names one. */
function dayIn(value: PlainCell | undefined, today: string): string | null {
  if (typeof value === 'number') return isDayNumber(value) ? fromSerial(value) : null
  const parsed = parseDate(textIn(value), today)
  return parsed.ok ? parsed.value : null
}

const firstDay = 36_526 // 2000-01-01
const lastDay = 73_050 // 2099-12-31
const isDayNumber = (value: number) => value >= firstDay && value <= lastDay

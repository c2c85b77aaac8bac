import type { Language, Label } from '../text/language.ts'
import { label, languages } from '../text/language.ts'
import type { Option } from './field.ts'
import { option } from './options.ts'

/** What is asked before anybody's health (rules 11): how the business goes, as a line of 备注, which is neither delicate nor scored. */
export const businessWording: Label = label('能否正常经营', '能否正常經營', 'Able to do business as usual')

/** The answers to it. */
export const businessAnswers: readonly Option[] = [
  option('yes', '是', '是', 'Yes'),
  option('no', '否', '否', 'No'),
  option('unknown', '不详', '不詳', 'Not known'),
]

const starts = languages.map(language => businessWording[language])

/** The answer that remarks give, in whatever language it was written down. */
export function businessAnswerIn(remarks: string): string | undefined {
  const line = remarks.split('\n').find(isAnswer)
  const said = line?.replace(/^[^：:]*[：:]\s*/, '')
  return businessAnswers.find(({ label: words }) => languages.some(language => words[language] === said))?.code
}

/** Remarks with the answer as their first line, in the place of one that stood there. */
export function withBusinessAnswer(remarks: string, code: string, language: Language): string {
  const words = businessAnswers.find(answer => answer.code === code)?.label[language] ?? ''
  const colon = language === 'en' ? ': ' : '：'
  const others = remarks.split('\n').filter(line => line !== '' && !isAnswer(line))
  return [`${businessWording[language]}${colon}${words}`, ...others].join('\n')
}

const isAnswer = (line: string) => starts.some(start => line.startsWith(start))

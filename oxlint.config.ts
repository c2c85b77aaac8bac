// oxlint matches a rule's folders from where this file lies, so it has to lie here.
export { default } from './test/lint/oxlint.ts'

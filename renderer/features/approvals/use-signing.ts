import { useState } from 'react'
import type { ApplicationDetail } from '../../../shared/contract/application-calls.ts'
import { useAction } from '../../ui/use-action.ts'
import { useToday } from '../../ui/use-today.ts'
import { useUnkept } from '../../ui/use-unkept.ts'
import { changedByApproval } from './stale.ts'
import { missingIn, type MissingPart, type SigningForm, signatureOf, startSigning } from './signing-form.ts'

/** 我的签批 while it is being filled in. */
export interface Signing {
  readonly form: SigningForm
  readonly change: (part: Partial<SigningForm>) => void
  readonly replace: (form: SigningForm) => void
  readonly missing: readonly MissingPart[]
  readonly busy: boolean
  readonly problem: string | undefined
  readonly sign: () => Promise<void>
}

/** Holds 我的签批 beside the tabs of the screen, so that looking into a form loses nothing, and sends it. */
export function useSigning(detail: ApplicationDetail, onSigned: () => void): Signing {
  const today = useToday()
  const [form, setForm] = useState(() => startSigning(detail))
  const command = useAction('applications.decide', changedByApproval)
  useUnkept(detail.may.sign && form.comment !== '')
  const missing = missingIn(form, detail, today)
  const sign = async () => {
    const signature = signatureOf(form, detail, today)
    if (!signature || command.busy || !detail.may.sign) return focusPart(missing[0])
    const answer = await command.run(signature)
    if (answer) onSigned()
    // A password is never kept longer than for one try.
    setForm(present => ({ ...present, password: '' }))
  }
  return {
    form,
    change: part => setForm(present => ({ ...present, ...part })),
    replace: setForm,
    missing,
    busy: command.busy,
    problem: command.problem,
    sign,
  }
}

/** Puts the cursor where something is missing; a flag that is ticked already is passed over. */
function focusPart(part: MissingPart | undefined): void {
  if (!part) return
  const controls = [...document.querySelectorAll<HTMLElement>(`[data-part="${part}"]`)]
  const open = controls.find(control => !(control instanceof HTMLInputElement && control.checked))
  ;(open ?? controls[0])?.focus()
}

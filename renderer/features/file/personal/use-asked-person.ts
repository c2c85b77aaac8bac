import { useEffect, useState } from 'react'
import * as z from 'zod'
import { personalClasses } from '../../../../shared/domain/personal.ts'
import type { AskedPerson } from './personal-dialog.tsx'

const fromState = z.object({ due: z.object({ subject: z.string(), class: z.enum(personalClasses) }) })

/** Whose personal data is open: nobody's at first, but for who was named by the list of what is kept too long. */
export function useAskedPerson() {
  const [due] = useState(() => fromState.safeParse(history.state).data?.due)
  // Whoever comes back to this entry of the history, or reads the page anew, is not asked to erase once more.
  useEffect(() => {
    if (due) history.replaceState(null, '')
  }, [due])
  return useState<AskedPerson | undefined>(due && { subject: due.subject, due: due.class })
}

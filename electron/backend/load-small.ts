import { setFlagsFromString } from 'node:v8'

// Loading the program leaves much that is gone at once. For that the engine would let its nursery grow by twenty megabytes, which
// it never gives back; kept small, it is swept more often instead. Imported before everything else, this holds while the rest is loaded.
setFlagsFromString('--semi-space-growth-factor=1')

/** Lets the nursery of the process, and of its threads, grow as usual: the program is loaded. */
export function loaded(): void {
  setFlagsFromString('--semi-space-growth-factor=2')
}

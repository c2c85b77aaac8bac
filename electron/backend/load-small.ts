import { setFlagsFromString } from 'node:v8'

// Loading the program leaves much that is gone at once. For that the engine would take ten megabytes it never gives back; kept
// small, its nursery is swept more often instead. Imported before everything else, this holds while the rest is loaded.
setFlagsFromString('--optimize-for-size')

/** Lets the nursery of the process, and of its threads, grow as usual: the program is loaded. */
export function loaded(): void {
  setFlagsFromString('--no-optimize-for-size')
}

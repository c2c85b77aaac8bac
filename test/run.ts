import { say } from '../electron/scripts/paths.ts'
import { addCounts, type Counts, checkCounts } from './runner/counts.ts'
import { type Stage, stages } from './runner/stages.ts'

/**
 * `npm test [-- STAGE …]`: runs every stage, or those that are named, each whether or not an earlier one failed. The last line
 * of standard output is the sum of all, and the exit code is 1 when anything failed.
 */
async function run(chosen: readonly Stage[]): Promise<void> {
  const results: { stage: Stage; counts: Counts }[] = []
  for (const stage of chosen) {
    if (interrupted) process.exit(130)
    results.push({ stage, counts: await runStage(stage) })
  }
  const failed = results.filter(({ counts }) => counts.failed > 0)
  const total = addCounts(results.map(({ counts }) => counts))
  for (const { stage, counts } of failed) {
    write(`\nfailed: ${titleOf(stage)}`)
    for (const name of counts.failures) write(`  ✘ ${name}`)
  }
  write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
  process.exitCode = total.failed > 0 ? 1 : 0
}

const titleOf = ({ names }: Stage) => names.join(' + ')

async function runStage(stage: Stage): Promise<Counts> {
  const name = titleOf(stage)
  write(`\n── ${name}`)
  const start = performance.now()
  const counts = await stage.run(stage.names).catch(error => {
    say(`${name} could not be run: ${String(error)}`)
    return checkCounts(false)
  })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  write(`── ${name}: ${counts.failed > 0 ? 'failed' : 'ok'} after ${seconds} s`)
  return counts
}

const write = (line: string) => process.stdout.write(`${line}\n`)

let interrupted = false
process.once('SIGINT', () => {
  interrupted = true
})

/** What is left of a stage when only some names are asked for; nothing of one that is not among them. */
function part(stage: Stage, asked: readonly string[]): Stage[] {
  const names = stage.names.filter(name => asked.length === 0 || asked.includes(name))
  return names.length > 0 ? [{ ...stage, names }] : []
}

const asked = process.argv.slice(2)
const known = stages.flatMap(({ names }) => names)
const unknown = asked.filter(name => !known.includes(name))
if (unknown.length > 0) {
  say(`there is no stage ${unknown.join(', ')}; the stages are ${known.join(', ')}.`)
  process.exitCode = 2
} else {
  await run(stages.flatMap(stage => part(stage, asked)))
}

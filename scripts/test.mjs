// Runs every suite, also after a failure, and ends with one line for all of them.
import { spawn } from 'node:child_process'

const suites = [
  { name: 'Checks', command: ['make', 'check'] },
  { name: 'Backend', command: ['make', 'backend-tests'], count: maven },
  { name: 'Frontend', command: ['npm', 'test', '--prefix', 'frontend'], count: vitest },
  { name: 'Browser', command: ['make', 'browser-tests'], count: nodeTest },
]

/** Surefire's sum of each module: `Tests run: 24, Failures: 0, Errors: 0, Skipped: 0`, without a time. */
function maven(output) {
  const sums = [...output.matchAll(/Tests run: (\d+), Failures: (\d+), Errors: (\d+), Skipped: (\d+)\s*$/gm)]
  return sums.reduce(
    (total, [, run, failures, errors, skipped]) => {
      const failed = Number(failures) + Number(errors)
      return { passed: total.passed + Number(run) - failed - Number(skipped), failed: total.failed + failed }
    },
    { passed: 0, failed: 0 },
  )
}

function vitest(output) {
  const line = output.match(/^\s*Tests\s.*$/m)?.[0] ?? ''
  return { passed: number(line, /(\d+) passed/), failed: number(line, /(\d+) failed/) }
}

function nodeTest(output) {
  return { passed: number(output, /^\S+ pass (\d+)$/m), failed: number(output, /^\S+ fail (\d+)$/m) }
}

function number(text, pattern) {
  return Number(text.match(pattern)?.[1] ?? 0)
}

function run([program, ...words]) {
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NO_COLOR: '1' } })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
      process.stdout.write(chunk)
    })
    child.on('close', (status) => resolve({ output, succeeded: status === 0 }))
  })
}

const total = { passed: 0, failed: 0 }
for (const { name, command, count } of suites) {
  console.log(`\n== ${name}`)
  const { output, succeeded } = await run(command)
  const { passed, failed } = count?.(output) ?? { passed: succeeded ? 1 : 0, failed: 0 }
  total.passed += passed
  // A suite that breaks before its tests counts as one failure, and so does one that ran none.
  total.failed += succeeded && passed > 0 ? failed : Math.max(failed, 1)
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0

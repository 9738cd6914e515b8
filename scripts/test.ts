import {spawn} from 'node:child_process'
import {join} from 'node:path'

import {ensureChromium} from './chromium/ensureChromium.ts'
import {exitCodes} from './command/exitCodes.ts'
import {runCommand} from './command/runCommand.ts'
import {say} from './command/say.ts'
import {buildStudioWhenStale} from './studio/buildStudio.ts'
import {projectRoot} from './target/environment.ts'

const bin = (name: string): string => join(projectRoot, 'node_modules', '.bin', name)

/** In the order in which a mistake is cheapest to find. */
const checks = [
  {name: 'format', command: bin('oxfmt'), args: ['--check', '.']},
  {name: 'lint', command: bin('oxlint'), args: ['--deny-warnings']},
  {name: 'types', command: bin('tsc'), args: ['-p', '.']},
]

await runCommand({
  help: `
npm test [-- FILE…]
Installs what the tests need (a browser included), then checks format, lint and types and runs every
test. With FILEs only the tests whose path contains one of them run, without the other checks.`,
  options: {},
  async main({positionals}) {
    const chromium = await ensureChromium(say)
    if (positionals.length === 0) {
      for (const check of checks) {
        say(`— ${check.name}`)
        if (!(await succeeds(check.command, check.args))) {
          say(`npm test stops here: ${check.name} failed.`)
          return exitCodes.failed
        }
      }
    }
    await buildStudioWhenStale((reason) => say(`— building the Studio: ${reason}`))
    say('— tests')
    const passed = await succeeds(
      bin('vitest'),
      ['run', '--project', 'fast', '--project', 'system', ...positionals],
      {CHROMIUM_PATH: chromium},
    )
    return passed ? exitCodes.done : exitCodes.failed
  },
})

async function succeeds(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(command, args, {cwd: projectRoot, stdio: 'inherit', env: {...process.env, ...env}})
    child.on('error', reject)
    child.on('close', resolve)
  })
  return exitCode === 0
}

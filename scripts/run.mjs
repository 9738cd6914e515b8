// The door of every npm script: runs on whatever Node a fresh machine has, installs the locked
// dependencies when they are missing or out of date, then runs scripts/<command>.ts (or a file of
// another room, given with its folder) on the Node that came with them. Plain JavaScript and no dependency, since nothing is installed yet.
import {spawn, spawnSync} from 'child_process'
import {existsSync, readFileSync} from 'fs'
import {constants} from 'os'
import {dirname, join} from 'path'
import {fileURLToPath} from 'url'

const OLDEST_NODE = 20
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bundledNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

/**
 * Ends the process with a message for a person.
 * @param {string} message what is wrong and what to do
 * @param {number} [code] exit code
 * @returns {never}
 */
function fail(message, code = 1) {
  process.stderr.write(`${message}\n`)
  process.exit(code)
}

/**
 * The packages that a lockfile names, by path.
 * @param {string} file path of a lockfile
 * @returns {Record<string, {version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean}>} name → entry
 */
function lockedPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/** Whether node_modules holds what package-lock.json says; optional packages may be absent. */
function isInstalled() {
  const installedLock = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installedLock) || !existsSync(bundledNode)) return false
  const installed = lockedPackages(installedLock)
  return Object.entries(lockedPackages(join(root, 'package-lock.json'))).every(([path, entry]) => {
    if (path === '') return true
    const present = installed[path]
    return present ? present.version === entry.version : Boolean(entry.optional || entry.devOptional)
  })
}

function install() {
  process.stderr.write('Installing the locked dependencies (about a minute the first time) …\n')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  // CI's quiet log level keeps warnings about the machine's own, older Node out of sight; errors stay.
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (result.status !== 0 || !isInstalled()) {
    fail(
      'The dependencies could not be installed: see the lines above. ' +
        'Check the connection to the npm registry and the free disk space, then run the same command again.',
    )
  }
}

const [command, ...args] = process.argv.slice(2)
if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  fail(
    `This project needs Node ${OLDEST_NODE} or newer to start (it brings its own Node 24); this is Node ${process.versions.node}. ` +
      'Install a current Node from https://nodejs.org and run the same command again.',
  )
}
const script = command?.includes('/') ? join(root, command) : join(root, 'scripts', `${command}.ts`)
if (!command || !existsSync(script)) fail(`There is no command '${command}'. 'npm run' lists them.`, 2)
if (!isInstalled()) install()

// V8 would let the space for young objects grow to 200 MB while a lake reads its documents.
const nodeOptions = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16']
const child = spawn(bundledNode, [...nodeOptions, script, ...args], {
  stdio: 'inherit',
  env: {
    ...process.env,
    // glibc would keep what large buffers took, tens of MB after each burst, instead of giving it back.
    MALLOC_TRIM_THRESHOLD_: '131072',
    // What V8 made of the modules last time: commands, and the processes that they start, begin sooner.
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compile'),
    PATH: join(root, 'node_modules', '.bin') + (process.platform === 'win32' ? ';' : ':') + process.env.PATH,
  },
})
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => child.kill(signal))
}
// npm runs its scripts in a shell that passes no signal on: whoever ends npm, and not the terminal's
// whole group, would leave a server behind that holds the port.
const parent = process.ppid
if (process.env['npm_lifecycle_event'] !== undefined) {
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    // Once: what is told a second time to end does so at once, with work under way.
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 250)
  watch.unref()
}
child.on('error', (error) => fail(`Node ${bundledNode} could not be started: ${error.message}`))
child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)))

import {execFileSync} from 'node:child_process'

import {expect, test} from 'vitest'

import {migrateCommandLine} from './commandLine.ts'

const commandLine = migrateCommandLine('/project/migrate-runs')

test('a command names the folder of the runs only where it is not the usual one', () => {
  expect(commandLine(['apply', 'plan.json'], '/project/migrate-runs')).toBe(
    'npm run migrate -- apply plan.json',
  )
  expect(commandLine(['rollback', '2026-a'], 'runs')).toBe('npm run migrate -- rollback 2026-a --runs runs')
})

test('a shell reads the paths of a command as they are', () => {
  const [path, runs] = ['plan van "mei" $HOME.json', 'D:\\mijn `runs`']
  const line = commandLine(['apply', path], runs).replace('npm run migrate --', 'printf "%s\\n"')
  expect(execFileSync('sh', ['-c', line], {encoding: 'utf8'}).split('\n')).toEqual([
    'apply',
    path,
    '--runs',
    runs,
    '',
  ])
})

import {defineConfig} from 'vitest/config'

/** What is waited for takes as long as a busy machine needs; this is only how long a broken one may go on. */
const patient = {poll: {timeout: 120_000}}

/**
 * Projects: `fast` for pure code and handlers, in parallel; `system` for tests that start real
 * processes or a browser, two files at a time, since they wait as much as they work; `cli` for the stock
 * CLI, whose commands load the whole Studio configuration each: `npm run test:cli`, not in `npm test`;
 * `faults` for what takes long to prove, killed processes, full disks and damaged files: `npm run test:faults`.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: [
            '{lake,schemas,queries,scripts,studio,site}/**/*.test.ts',
            'tests/{architecture,docs}/**/*.test.ts',
          ],
          expect: patient,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'system',
          include: [
            'tests/{lake,content,migration,queries,commands,dataset,studio,site,examples}/**/*.test.ts',
          ],
          maxWorkers: 2,
          sequence: {groupOrder: 1},
          expect: patient,
          testTimeout: 300_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'cli',
          include: ['tests/cli/**/*.test.ts'],
          fileParallelism: false,
          expect: patient,
          testTimeout: 600_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          fileParallelism: false,
          expect: patient,
          testTimeout: 1_800_000,
        },
      },
    ],
  },
})

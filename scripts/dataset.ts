import {UsageError} from './command/errors.ts'
import {runCommand} from './command/runCommand.ts'

// Archives hold drafts, also while they are being made: what this command writes is for its owner only.
process.umask(0o077)

/**
 * Every subcommand reads its own command line, so that each has its own help and refuses what is another's;
 * only the one that is asked for is loaded.
 */
const commands: Record<string, () => Promise<void>> = {
  export: async () => (await import('./dataset/commands/export.ts')).exportCommand(),
  import: async () => (await import('./dataset/commands/import.ts')).importCommand(),
  backup: async () => (await import('./dataset/commands/backup.ts')).backupCommand(),
  restore: async () => (await import('./dataset/commands/restore.ts')).restoreCommand(),
  diff: async () => (await import('./dataset/commands/diff.ts')).diffCommand(),
  sync: async () => (await import('./dataset/commands/sync.ts')).syncCommand(),
}

const [name = ''] = process.argv.slice(2)
await (Object.hasOwn(commands, name) ? commands[name]?.() : overview())

async function overview(): Promise<void> {
  await runCommand({
    help: `
npm run dataset -- export [FILE]           the dataset as Sanity's own archive (tar.gz)
npm run dataset -- import FILE             documents and assets of an archive, a folder or NDJSON
npm run dataset -- backup [DIR]            an archive of one moment with a checksum
npm run dataset -- restore FILE            the dataset as a backup has it
npm run dataset -- diff A [B]              what two datasets or archives say differently
npm run dataset -- sync --from A --to B    make B say what A says

Each explains itself: npm run dataset -- sync --help. They work on the current target: the lake, or the
hosted service when SANITY_STUDIO_PROJECT_ID is set.

Exit codes: 0 done · 1 failed, or different · 2 wrong usage · 3 refused by the person · 130 interrupted`,
    options: {},
    async main({positionals}) {
      throw new UsageError(
        positionals[0]
          ? `dataset has no '${positionals[0]}'.`
          : 'export, import, backup, restore, diff or sync?',
      )
    },
  })
}

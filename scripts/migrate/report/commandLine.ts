/**
 * Writes commands for a person to copy, with the folder of the runs where it is not the usual one.
 *
 * @returns from the arguments and the folder that this command was given, the line to type
 */
export function migrateCommandLine(usualRuns: string): (args: readonly string[], runs: string) => string {
  return (args, runs) => {
    const all = runs === usualRuns ? args : [...args, '--runs', runs]
    return `npm run migrate -- ${all.map(quoted).join(' ')}`
  }
}

/** As a shell needs it: double quotes, which those of Windows know too. */
function quoted(argument: string): string {
  return /^[\w./:@%+,=-]+$/.test(argument) ? argument : `"${argument.replace(/["\\$`]/g, '\\$&')}"`
}

/** Tells a person something on stderr; what a command answers goes to stdout. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

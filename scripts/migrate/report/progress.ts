const WIDTH = 30

/** How far it is, as a bar: `[######······] 50 of 100 documents`. */
export function progressBar(done: number, of: number): string {
  const full = of === 0 ? WIDTH : Math.round((done / of) * WIDTH)
  return `[${'#'.repeat(full)}${'·'.repeat(WIDTH - full)}] ${done} of ${of} documents`
}

/** Tells progress: on a screen as a bar that grows, in a log as lines. */
export function tellProgress(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>) {
  return (done: number, of: number): void => {
    if (!stream.isTTY) stream.write(`${done} of ${of} documents\n`)
    else stream.write(`\r${progressBar(done, of)}${done === of ? '\n' : ''}`)
  }
}

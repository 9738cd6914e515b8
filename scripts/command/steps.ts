/** Tells a person on stderr what a long command is doing: each step once, however often it is reported. */
export function tellSteps(): (step: string) => void {
  let told = ''
  return (step) => {
    if (step === told) return
    told = step
    process.stderr.write(`${step.replace(/(\s*…|\.{3})?$/, ' …')}\n`)
  }
}

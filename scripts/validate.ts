import {validateDocuments, type DocumentFinding} from '../schemas/rules/index.ts'
import {UsageError} from './command/errors.ts'
import {exitCodes, type ExitCode} from './command/exitCodes.ts'
import {runCommand} from './command/runCommand.ts'
import {contentDocuments} from './publishing/contentDocuments.ts'
import {findingsTable, isError} from './publishing/findings.ts'
import {resolveTarget} from './target/resolveTarget.ts'

await runCommand({
  help: `
npm run validate [-- --json]
Checks every document of the target, published and drafts, against the structure and the rules, the
same as the Studio does. Exit code 1 when there is an error; warnings alone are 0.

  --json   the findings as JSON on stdout: [{documentId, documentType, level, code, path, message {nl, en}}]`,
  options: {json: {type: 'boolean', default: false}},
  async main({values, positionals}): Promise<ExitCode> {
    if (positionals.length > 0) {
      throw new UsageError(
        `npm run validate takes no names: it checks everything, not only '${positionals[0]}'.`,
      )
    }
    const target = await resolveTarget()
    try {
      const documents = await contentDocuments(target.client)
      const findings = await validateDocuments(documents)
      process.stdout.write(values.json ? `${JSON.stringify(findings, null, 2)}\n` : tableOf(findings))
      process.stderr.write(`${summary(documents.length, findings)} in ${target.description}.\n`)
      return findings.some(isError) ? exitCodes.failed : exitCodes.done
    } finally {
      await target.close()
    }
  },
})

function tableOf(findings: DocumentFinding[]): string {
  return findings.length === 0 ? '' : `${findingsTable(findings)}\n`
}

function summary(documents: number, findings: DocumentFinding[]): string {
  const errors = findings.filter(isError).length
  return `${documents} documents checked: ${errors} errors, ${findings.length - errors} warnings`
}

/** The look of the report: legible on paper and on a phone, in light and dark, with nothing loaded. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --line: #c9ccd1; --soft: #f3f4f6; --bad: #b3261e; --look: #8a5a00; --good: #1a6b3c }
@media (prefers-color-scheme: dark) {
  :root { --line: #4a4e55; --soft: #24272c; --bad: #ff8a80; --look: #ffcf70; --good: #7fd6a2 }
}
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 72rem; padding: 1.5rem }
h1, h2 { line-height: 1.2 }
h2 { border-top: 2px solid var(--line); margin-top: 2.5rem; padding-top: 1rem }
h2 small { font-weight: normal }
.figures { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0 }
.figures a { background: var(--soft); border-radius: .5rem; color: inherit; display: block; padding: .5rem .9rem; text-decoration: none }
.figures b { display: block; font-size: 1.6rem; line-height: 1.1 }
details { border: 1px solid var(--line); border-radius: .5rem; margin: .75rem 0; padding: .5rem .9rem }
summary { cursor: pointer; overflow-wrap: anywhere }
.type { background: var(--soft); border-radius: .3rem; padding: .1rem .4rem }
.count, .warnings, .part { color: var(--look) }
.whole { color: var(--good) }
.rejected, #conflict h2 { color: var(--bad) }
code { font-size: .85em; overflow-wrap: anywhere }
small { color: GrayText }
table { border-collapse: collapse; margin: .75rem 0; width: 100% }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere }
tbody th { font-weight: 600 }
details > table th[scope=row] { width: 14rem }
details > table td { min-width: 30%; white-space: pre-line }
details > table td.place { color: GrayText; font-size: .85em; min-width: 8rem; width: 12rem }
.place span { display: block }
.accounts { display: block; overflow-x: auto }
.accounts thead th { overflow-wrap: normal }
.left td { border-bottom: 2px solid var(--line) }
.left details { border: 0; margin: 0; padding: 0 }
.source { margin: .5rem 0 }
@media print { details { break-inside: avoid } a { color: inherit } }
@media (max-width: 40rem) {
  details > table thead { display: none }
  details > table tr { border-bottom: 1px solid var(--line); display: block; padding: .35rem 0 }
  details > table :is(th, td) { border: 0; display: block; min-width: 0; padding: .1rem 0; width: auto !important }
}
`

import type {Page} from 'playwright-core'

/** As the Layout Instability API has it, which TypeScript does not declare: https://wicg.github.io/layout-instability */
interface LayoutShift extends PerformanceEntry {
  value: number
  sources: {node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly}[]
}

/** What has jumped on the page since it was opened: how much, and the elements that did. */
export function layoutShifts(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const shifts: string[] = []
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as LayoutShift[]) {
            const moved = entry.sources.map(({node, previousRect: from, currentRect: to}) => {
              const element = node instanceof Element ? node : node?.parentElement
              return `${element?.outerHTML.slice(0, 80)} [${from.x},${from.y} ${from.width}x${from.height} -> ${to.x},${to.y} ${to.width}x${to.height}]`
            })
            shifts.push(`${entry.value}: ${moved.join(', ')}`)
          }
        }).observe({type: 'layout-shift', buffered: true})
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(shifts)))
      }),
  )
}

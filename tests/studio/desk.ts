import type {Locator, Page} from 'playwright-core'
import {expect} from 'vitest'

/** The moves of an editor in the Studio, by what the screen calls things. */

/** The field of a document's form. */
export const field = (page: Page, name: string): Locator => page.getByTestId(`field-${name}`)

/** The input of one language in a field of words. */
export const words = (page: Page, name: string, language: string): Locator =>
  field(page, name).getByRole('textbox', {name: language})

/** Goes to an address of the Studio as a link in it does: the page stays loaded. */
export const go = (page: Page, path: string): Promise<void> =>
  page.evaluate((address) => {
    history.pushState(null, '', address)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)

/** Opens the form of a document, as a link to it does, and waits until it takes input. */
export async function open(page: Page, id: string, type = 'project'): Promise<void> {
  // Away first, so that the form that is waited for is not the one of before.
  await go(page, '/structure')
  await page.getByTestId('form-view').waitFor({state: 'detached'})
  await go(page, editing(id, type))
  await takesInput(page)
}

/** Opens the form of a document as from a bookmark, and waits until it takes input. */
export async function load(page: Page, origin: string, id: string, type = 'project'): Promise<void> {
  await page.goto(`${origin}${editing(id, type)}`)
  await takesInput(page)
}

const editing = (id: string, type: string): string => `/intent/edit/id=${id};type=${type}/`

const takesInput = (page: Page): Promise<void> =>
  page.getByTestId('form-view').locator('[data-testid="string-input"]:not([readonly])').first().waitFor()

/** Types in the search of the whole Studio, and gives what it finds. */
export async function search(page: Page, typed: string): Promise<Locator> {
  await page.getByTestId('studio-search').click()
  await page.locator('input:focus').press('ControlOrMeta+a')
  await page.keyboard.type(typed)
  return page.getByTestId('search-results').getByRole('link')
}

/** The sign of a colleague beside a field. */
export const presenceIn = (page: Page, name: string): Locator =>
  field(page, name).locator('[data-ui="Avatar"]')

export async function openGroup(page: Page, title: string): Promise<void> {
  await page.getByRole('tab', {name: title}).click()
}

/** Opens the form for a new document from the list that is open furthest to the right. */
export async function createInList(page: Page): Promise<void> {
  await page.getByTestId('action-intent-button').last().click()
  await page.getByTestId('document-pane').waitFor()
}

export async function pickReference(page: Page, name: string, search: string): Promise<void> {
  await page.locator(`#${name}`).fill(search)
  await page.getByTestId('autocomplete-popover').getByRole('option').first().click()
}

export async function generateSlug(page: Page): Promise<void> {
  await field(page, 'slug').getByRole('button', {name: 'Generate'}).click()
}

/** Presses the button, which has another test id in Dutch. */
export async function publish(page: Page): Promise<void> {
  await page.getByTestId('action-publish').or(page.getByTestId('action-publiceren')).click()
}

/** What the foot of a document says of it. */
export const badge = (page: Page, text: string): Locator => page.locator('[data-ui="Badge"]', {hasText: text})

/** Chooses one of the actions of the open document. */
export const chooseAction = (page: Page, testId: string): Promise<void> =>
  choose(page, 'action-menu-button', testId)

/**
 * Chooses an item of a menu, which opens a dialog. While the Studio still loads it draws menus anew, and one
 * that was open, or was just clicked, is gone: then it is chosen again, as a person would.
 */
export async function choose(page: Page, menu: string, item: string): Promise<void> {
  await openDialog(page, async () => {
    await click(page.getByTestId(menu))
    const action = enabled(page, item)
    if (await isShown(action)) await click(action)
  })
}

/** Presses a button that opens a dialog; again when the Studio drew it anew under the click. */
export async function pressForDialog(page: Page, button: string): Promise<void> {
  await openDialog(page, () => click(enabled(page, button)))
}

async function openDialog(page: Page, ask: () => Promise<void>): Promise<void> {
  const dialog = page.getByRole('dialog').first()
  // One of before that is still closing is not the one that is asked for.
  await dialog.waitFor({state: 'hidden'})
  await expect
    .poll(async () => {
      // A dialog that was slow to come would take the next click.
      if (await dialog.isVisible()) return true
      await ask()
      return isShown(dialog)
    })
    .toBe(true)
}

const enabled = (page: Page, testId: string): Locator =>
  page.getByTestId(testId).and(page.locator(':enabled'))

const click = (locator: Locator): Promise<void> => locator.click({timeout: 5000}).catch(() => undefined)

const isShown = (locator: Locator): Promise<boolean> =>
  locator.waitFor({timeout: 5000}).then(
    () => true,
    () => false,
  )

/** Agrees to what a dialog asks. */
export const confirm = (page: Page): Promise<void> => enabled(page, 'confirm-button').click()

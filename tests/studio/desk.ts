import type {Locator, Page} from 'playwright-core'
import {expect} from 'vitest'
import {PATIENT} from './servedStudio.ts'

/** The moves of an editor in the Studio, by what the screen calls things. */

/** The field of a document's form. */
export const field = (page: Page, name: string): Locator => page.getByTestId(`field-${name}`)

/** The input of one language in a field of words. */
export const words = (page: Page, name: string, language: string): Locator =>
  field(page, name).getByRole('textbox', {name: language})

/** Opens the form of a document by its address, and waits until it takes input. */
export async function open(page: Page, origin: string, id: string, type = 'project'): Promise<void> {
  await page.goto(`${origin}/intent/edit/id=${id};type=${type}/`)
  await page
    .getByTestId('form-view')
    .locator('[data-testid="string-input"]:not([readonly])')
    .first()
    .waitFor()
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

export async function publish(page: Page): Promise<void> {
  await page.getByTestId('action-publish').click()
}

/** Chooses one of the actions of the open document. */
export const chooseAction = (page: Page, testId: string): Promise<void> =>
  choose(page, 'action-menu-button', testId)

/** Chooses an item of a menu; one that opens while the Studio still loads closes again. */
export async function choose(page: Page, menu: string, item: string): Promise<void> {
  const action = page.getByTestId(item).and(page.locator(':enabled'))
  const isShown = () =>
    action.waitFor({timeout: 5000}).then(
      () => true,
      () => false,
    )
  await expect
    .poll(async () => {
      await page.getByTestId(menu).click()
      return isShown()
    }, PATIENT)
    .toBe(true)
  await action.click()
}

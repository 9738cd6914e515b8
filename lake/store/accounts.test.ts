import {expect, test} from 'vitest'
import {temporaryFolder} from '../dataset/lake.fixture.ts'
import {openStore} from './openStore.ts'

test('users are read once, and again after each change', ({onTestFinished}) => {
  const store = openStore(temporaryFolder())
  onTestFinished(() => store.close())
  const anna = {id: 'anna', name: 'Anna', email: '', role: 'editor'} as const
  const namesAfter = (change: () => void): string[] => {
    change()
    return store.accounts.users().map(({name}) => name)
  }
  expect(namesAfter(() => undefined)).toEqual([])
  expect(namesAfter(() => store.accounts.saveUser(anna))).toEqual(['Anna'])
  expect(namesAfter(() => store.accounts.saveUser({...anna, name: 'An'}))).toEqual(['An'])
  expect(namesAfter(() => store.accounts.users().pop())).toEqual(['An'])
  expect(namesAfter(() => store.accounts.removeUser('anna'))).toEqual([])
})

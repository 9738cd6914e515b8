import {expect, test} from 'vitest'
import type {JsonObject} from '../model/document.ts'
import {createPresenceRoom, type PresenceRoom} from './presence.ts'

function connect(room: PresenceRoom) {
  const received: JsonObject[] = []
  const member = room.join({
    send: (message) => received.push(message),
    identify: (authorization) => /^Bearer (anna|ben)$/.exec(authorization)?.[1],
  })
  const call = (method: string, params: JsonObject = {}) => {
    member.receive(
      JSON.stringify({jsonrpc: '2.0', id: method, method, params: {apiVersion: 'v1', ...params}}),
    )
    return received.findLast(({id}) => id === method)
  }
  const events = () =>
    received.flatMap(({method, params}) =>
      method === 'presence_subscription' ? [(params as JsonObject).result as JsonObject] : [],
    )
  return {...member, call, events, received}
}

function signedIn(room: PresenceRoom, name: string) {
  const connection = connect(room)
  expect(connection.call('authorization', {authorization: `Bearer ${name}`})).toMatchObject({result: 'ok'})
  const subscribed = connection.call('presence_subscribe')
  expect(subscribed?.result).toEqual(expect.any(String))
  return {...connection, subscription: subscribed?.result as string}
}

test('what one session says of itself reaches the others, and a closed connection leaves', () => {
  const room = createPresenceRoom()
  const anna = signedIn(room, 'anna')
  const ben = signedIn(room, 'ben')
  const locations = [{type: 'document', documentId: 'p1', path: ['title']}]

  ben.call('presence_rollcall', {session: 'b1'})
  anna.call('presence_announce', {data: {sessionId: 'a1', locations}})
  anna.leave()

  expect(ben.events()).toEqual([
    {type: 'rollCall', i: 'ben', session: 'b1'},
    {type: 'state', i: 'anna', m: {sessionId: 'a1', locations}},
    {type: 'disconnect', i: 'anna', m: {session: 'a1'}},
  ])
})

test('a session that said goodbye is not said goodbye for again', () => {
  const room = createPresenceRoom()
  const anna = signedIn(room, 'anna')
  const ben = signedIn(room, 'ben')
  anna.call('presence_announce', {data: {sessionId: 'a1', locations: []}})
  anna.call('presence_disconnect', {session: 'a1'})
  anna.leave()
  expect(ben.events().filter(({type}) => type === 'disconnect')).toHaveLength(1)
})

test('after unsubscribing nothing more arrives', () => {
  const room = createPresenceRoom()
  const anna = signedIn(room, 'anna')
  anna.call('presence_unsubscribe', {subscriptionId: anna.subscription})
  anna.call('presence_rollcall', {session: 'a1'})
  expect(anna.events()).toEqual([])
})

test('nothing is told or heard without a token', () => {
  const room = createPresenceRoom()
  const stranger = connect(room)
  const anna = signedIn(room, 'anna')
  expect(stranger.call('authorization', {authorization: 'Bearer eve'})).toMatchObject({error: {code: 4001}})
  for (const method of ['presence_subscribe', 'presence_rollcall', 'presence_announce']) {
    expect(stranger.call(method, {session: 's'})).toMatchObject({error: {code: 4001}})
  }
  anna.call('presence_rollcall', {session: 'a1'})
  expect(stranger.events()).toEqual([])
  expect(anna.events()).toHaveLength(1)
})

test.each([
  ['{', -32700],
  ['null', -32602],
  ['{"id":1}', -32600],
  ['{"id":1,"method":"authorization","params":[]}', -32602],
  ['{"id":1,"method":"authorization","params":{}}', -32602],
])('%s is answered with error %d', (message, code) => {
  const connection = connect(createPresenceRoom())
  connection.receive(message)
  expect(connection.received).toMatchObject([{error: {code}}])
})

test('an unknown method is an error', () => {
  const anna = signedIn(createPresenceRoom(), 'anna')
  expect(anna.call('presence_fly')).toMatchObject({error: {code: -32601}})
})

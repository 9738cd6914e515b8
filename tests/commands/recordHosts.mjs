// Loaded into a command under test: notes every host that it wants to reach in the file RECORD_HOSTS, and
// lets it reach none.
import {appendFileSync} from 'node:fs'
import net from 'node:net'

const file = process.env['RECORD_HOSTS'] ?? ''

Object.defineProperty(net.Socket.prototype, 'connect', {
  /**
   * @this {net.Socket}
   * @param {unknown[]} args an options object, alone or in a list, or a port and a host
   */
  value(...args) {
    const [first, second] = args.flat()
    const {host = second, path} = Object(first)
    const wanted = String(host ?? path)
    appendFileSync(file, `${wanted}\n`)
    process.nextTick(() => this.destroy(Object.assign(new Error(`no way to ${wanted}`), {code: 'ENOTFOUND'})))
    return this
  },
})

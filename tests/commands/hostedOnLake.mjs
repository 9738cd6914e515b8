// Loaded into a command under test: notes each host that it speaks to over TLS in the file RECORD_HOSTS,
// and leads the connection to the lake on the port HOSTED_LAKE_PORT, without TLS. The command itself knows
// the hosted addresses alone.
import {appendFileSync} from 'node:fs'
import net from 'node:net'
import tls from 'node:tls'

const file = process.env['RECORD_HOSTS'] ?? ''
const port = Number(process.env['HOSTED_LAKE_PORT'])

Object.defineProperty(tls, 'connect', {
  /** @param {tls.ConnectionOptions} options as an agent of HTTPS gives them */
  value({host, servername}) {
    appendFileSync(file, `${servername || host}\n`)
    const socket = net.connect({host: 'localhost', port})
    return socket.once('connect', () => socket.emit('secureConnect'))
  },
})

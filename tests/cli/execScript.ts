import {getCliClient} from 'sanity/cli'

/** A script as its author would write it for the hosted service, for `sanity exec`. */
const client = getCliClient({apiVersion: '2025-02-19'})
const [title = ''] = process.argv.slice(2)
await client.createOrReplace({_id: 'by-script', _type: 'note', title})
const {projectId, dataset} = client.config()
const named = getCliClient({projectId, dataset, apiVersion: '2025-02-19'})
process.stdout.write(`${dataset}: ${await named.fetch<string>('*[_id == "by-script"][0].title')}\n`)

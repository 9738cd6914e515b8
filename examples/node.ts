/**
 * The client in Node: `npx node examples/node.ts [address of the lake]`.
 */
import {createFundClient} from '../queries/index.ts'

const fund = createFundClient({url: process.argv[2] ?? 'http://localhost:3333'})

const {total, items} = await fund.ask('projects', {language: 'en', channel: 'trustFund', to: 3})
console.log(`${total} projects of the trust fund, the latest three:`)
for (const {title, amount} of items) {
  console.log(`- ${title}: ${amount ? `${amount.currency} ${amount.amount}` : 'amount not known'}`)
}

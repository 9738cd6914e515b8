/**
 * Moves amounts between accounts without end, to be killed at any moment: `node transfers.ts <folder>
 * <round>`. Each transfer is one transaction on three documents that leaves their sum as it was. Prints
 * `try <json>` before a transfer is sent and `ack <id>` once it was acknowledged.
 */
import {openLake} from '../../lake/dataset/index.ts'

/** One transfer, so that it can be sent again. */
export interface Transfer {
  transactionId: string
  mutations: {patch: {id: string; inc: {amount: number}}}[]
}

export const ACCOUNTS = Array.from({length: 10}, (_item, index) => `account-${index}`)
const WRITERS = 8

const pick = (count: number): number => Math.floor(Math.random() * count)

function transfer(transactionId: string): Transfer {
  const [from, to, other] = ACCOUNTS.toSorted(() => Math.random() - 0.5)
  const amounts = [1 + pick(100), 1 + pick(100)] as const
  const move = (id: string | undefined, amount: number) => ({patch: {id: id ?? '', inc: {amount}}})
  return {
    transactionId,
    mutations: [move(from, -amounts[0] - amounts[1]), move(to, amounts[0]), move(other, amounts[1])],
  }
}

async function main(folder: string, round: string): Promise<void> {
  const dataset = openLake(folder).dataset('local', 'production')
  if (dataset === undefined) throw new Error('The dataset is missing')
  const write = async (writer: number): Promise<never> => {
    for (let count = 0; ; count++) {
      const request = transfer(`${round}-${writer}-${count}`)
      process.stdout.write(`try ${JSON.stringify(request)}\n`)
      const {transactionId} = await dataset.mutate({...request}, `writer${writer}`)
      process.stdout.write(`ack ${transactionId}\n`)
    }
  }
  await Promise.all(Array.from({length: WRITERS}, (_item, writer) => write(writer)))
}

if (import.meta.main) {
  const [folder = '', round = ''] = process.argv.slice(2)
  await main(folder, round)
}

/**
 * The shape of every answer as zod schemas, for a client that checks what it gets: the entry
 * `flanders-ilo-content/answers` of the package, apart from the client, which is small without it.
 */
export {answerSchemas} from '../schemas/generated/answers.ts'

/**
 * What the projects of a round add up to, in the currency of its contribution, and how many of them
 * could not be counted since they have no amount or another currency. To be used on a round.
 */
export const allocation = /* groq */ `
  "allocated": math::sum(*[_type == "project" && round._ref == ^._id && amount.currency == ^.contribution.currency].amount.amount),
  "uncounted": count(*[_type == "project" && round._ref == ^._id && (!defined(amount.amount) || amount.currency != ^.contribution.currency)])` as const

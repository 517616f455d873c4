import { z } from 'zod'

/** An amount in whole units of an ISO 4217 currency; decimals allowed, never negative. */
export const moneySchema = z.strictObject({
  amount: z.number().min(0).max(1e12),
  currency: z.string().regex(/^[A-Z]{3}$/),
})
export type Money = z.infer<typeof moneySchema>

/** The sum per currency, largest first; amounts in different currencies are never added up. */
export function sumByCurrency(values: Iterable<Money | null>): Money[] {
  const sums = new Map<string, number>()
  for (const value of values) {
    if (value) sums.set(value.currency, (sums.get(value.currency) ?? 0) + value.amount)
  }
  return [...sums]
    .map(([currency, amount]) => ({ currency, amount }))
    .toSorted((a, b) => b.amount - a.amount || (a.currency < b.currency ? -1 : 1))
}

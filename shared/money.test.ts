import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moneySchema, sumByCurrency } from './money.ts'

describe('Sums of money', () => {
  test('are kept apart by currency, the largest first', () => {
    expect(
      sumByCurrency([{ amount: 5, currency: 'EUR' }, null, { amount: 20, currency: 'USD' }, { amount: 7.5, currency: 'EUR' }]),
    ).toEqual([
      { amount: 20, currency: 'USD' },
      { amount: 12.5, currency: 'EUR' },
    ])
  })

  test('of the same size stand in the order of their currencies', () => {
    expect(sumByCurrency([{ amount: 1, currency: 'USD' }, { amount: 1, currency: 'EUR' }]).map((sum) => sum.currency)).toEqual(['EUR', 'USD'])
  })

  test('of nothing are no sums', () => {
    expect(sumByCurrency([])).toEqual([])
    expect(sumByCurrency([null])).toEqual([])
  })

  test('do not depend on the order of whole amounts', () => {
    const aValue = fc.option(fc.record({ amount: fc.nat(), currency: fc.constantFrom('EUR', 'USD', 'JPY') }))
    fc.assert(
      fc.property(fc.array(aValue), (values) => {
        expect(sumByCurrency(values.toReversed())).toEqual(sumByCurrency(values))
      }),
    )
  })
})

describe('An amount', () => {
  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 1e13])('is not %d', (amount) => {
    expect(moneySchema.safeParse({ amount, currency: 'EUR' }).success).toBe(false)
  })
  test.each(['eur', 'EURO', '€', ''])('has no currency "%s"', (currency) => {
    expect(moneySchema.safeParse({ amount: 1, currency }).success).toBe(false)
  })
})

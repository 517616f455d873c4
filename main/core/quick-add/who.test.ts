import { describe, expect, test } from 'vitest'
import { readQuickAddLine as read } from '../../../tests/support/quick-add.ts'

describe('a role before a name', () => {
  test.each<[string, object]>([
    ['CEO John Smith', { name: 'John Smith', role: 'CEO' }],
    ['Owner Jane Doe', { name: 'Jane Doe', role: 'Owner' }],
    ['CEO Dr. Jane Doe, Acme', { name: 'Dr. Jane Doe', company: 'Acme', role: 'CEO' }],
  ])('is taken: %s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test.each<[string, object]>([
    ['Founder Collective, info@fc.com', { name: 'Founder Collective', emails: ['info@fc.com'] }],
    ['CEO Magazine, Jane Doe', { name: 'CEO Magazine', company: 'Jane Doe' }],
    ['VP Records, Jane Doe, CEO', { name: 'VP Records', company: 'Jane Doe', role: 'CEO' }],
    ['Coo Designs, Kim', { name: 'Coo Designs', company: 'Kim' }],
  ])('takes no word from what may be a company: %s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('behind “Met” and “Spoke to”', () => {
  test.each<[string, object]>([
    ['Met Jane Doe last week', { name: 'Jane Doe', notes: 'last week' }],
    ['Met Jane Doe yesterday', { name: 'Jane Doe', notes: 'yesterday' }],
    ['Met Jane Doe about pricing', { name: 'Jane Doe', notes: 'about pricing' }],
    ['Spoke to Anna re pricing', { name: 'Anna', notes: 're pricing' }],
    ['Met Anna and Bob at Acme GmbH', { name: 'Anna', notes: 'and Bob at Acme GmbH' }],
    ['Met Jane at Acme GmbH last week', { name: 'Jane', company: 'Acme GmbH', notes: 'last week' }],
    ['Met Jane Doe from Bank of America last week', { name: 'Jane Doe', company: 'Bank of America', notes: 'last week' }],
    ['Met Anna de la Cruz yesterday', { name: 'Anna de la Cruz', notes: 'yesterday' }],
    ['Met Jean d’Arc yesterday', { name: 'Jean d’Arc', notes: 'yesterday' }],
    ['Spoke to Tim Cook ceo at Apple', { name: 'Tim Cook', company: 'Apple', role: 'ceo' }],
    ['new lead: Kate Winslet wants a demo', { name: 'Kate Winslet', notes: 'wants a demo' }],
    ['new lead: Jane Doe (head of sales), Acme', { name: 'Jane Doe', company: 'Acme', role: 'head of sales' }],
    ['Met Anna, Acme', { name: 'Anna', company: 'Acme' }],
    ['Met Life, Bob Ray', { name: 'Bob Ray', company: 'Met Life' }],
    ['Bob Ray, Met Life', { name: 'Bob Ray', company: 'Met Life' }],
  ])('the name ends where something else is said: %s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

test.each<[string, object]>([
  ['john.smith, Acme', { name: 'john.smith', company: 'Acme' }],
  ['Jane Doe, 10k-20k EUR, Acme', { name: 'Jane Doe', company: 'Acme', notes: '10k-20k EUR' }],
  ['Jane Doe, 5k-10k', { name: 'Jane Doe', notes: '5k-10k' }],
  ['Jane Doe, 3M Germany', { name: 'Jane Doe', company: '3M Germany' }],
  ['Jane Doe, 7-Eleven', { name: 'Jane Doe', company: '7-Eleven' }],
  ['Jane Doe (Sales Director), Acme', { name: 'Jane Doe', company: 'Acme', role: 'Sales Director' }],
  ['Jane Doe, Sales Director, Acme', { name: 'Jane Doe', company: 'Acme', role: 'Sales Director' }],
])('a company is no person’s name, amount or role: %s', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { filledMessage } from './merge-fields.ts'

const jane = { firstName: 'Jane', name: 'Jane Doe', company: 'Acme', role: '', myName: 'Elena' }

test('fields are filled in, or by what stands in for them; what is left shows', () => {
  expect(filledMessage('Hello {{firstName | there}}, {{ company }}! {{role|your work}} {{role}} {{shoeSize | 42}} {{shoeSize}} — {{myName}}', jane)).toBe(
    'Hello Jane, Acme! your work {{role}} 42 {{shoeSize}} — Elena',
  )
  expect(filledMessage('Hello {{firstName | there}}', { ...jane, firstName: '' })).toBe('Hello there')
})

test('a name is taken as it is written, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (firstName) => {
      expect(filledMessage('{{firstName}}', { ...jane, firstName })).toBe(firstName)
    }),
  )
  expect(filledMessage('{{constructor | none}} {{toString | none}}', jane)).toBe('none none')
})

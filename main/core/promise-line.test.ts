import { expect, test } from 'vitest'
import { testCore } from '../../tests/support/core.ts'

test('a promise is read with the day that its last words name', async () => {
  const core = await testCore()
  await core.call('changeSettings', { zone: 'Europe/Berlin' })
  const read = await core.call('readPromise', { text: 'Send the samples in 2 weeks', region: 'DE' })
  expect(read).toMatchObject({ what: 'Send the samples', by: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
  expect(await core.call('readPromise', { text: 'Send the samples', region: null })).toEqual({ what: 'Send the samples', by: null })
})

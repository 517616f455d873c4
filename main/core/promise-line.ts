import type { Queries } from './handlers.ts'
import { takeDay } from './quick-add/day.ts'

/** Reads what somebody wrote down as a promise. */
export const promiseLineQueries: Queries<'readPromise'> = {
  readPromise(_reader, { text, region }, { now, zone, settings }) {
    return takeDay(text, { now, zone, region, dateOrder: settings.dateOrder })
  },
}

import { recapState } from '../../shared/recap.ts'
import { todayCounts } from '../../shared/today-order.ts'
import type { Queries } from './handlers.ts'
import { missedCount } from './missed.ts'
import { duePromises } from './promises.ts'
import { todayItems } from './today.ts'

export const countQueries: Queries<'getCounts'> = {
  getCounts(reader, _input, context) {
    let drafts = 0
    for (const recap of reader.all('recaps')) if (recapState(recap) === 'draft') drafts += 1
    const { waiting, late } = todayCounts(todayItems(reader, context), context.now)
    return {
      leads: reader.count('leads'),
      contacts: reader.count('contacts'),
      today: waiting,
      overdue: late,
      missed: missedCount(reader),
      drafts,
      promises: duePromises(reader, context),
    }
  },
}

import type { NamesOf } from '../../shared/api.ts'
import { backlogCommands, backlogQueries } from './backlog.ts'
import { cadenceCommands, cadenceQueries } from './cadences.ts'
import { calendarQueries } from './calendar.ts'
import { contactCommands, contactQueries } from './contacts.ts'
import { countQueries } from './counts.ts'
import { dayQueries } from './day.ts'
import { dayOffCommands, dayOffQueries } from './days-off.ts'
import { enrolmentCommands } from './enrolments.ts'
import { calendarExportQueries } from './export/calendar.ts'
import { exportQueries } from './export/queries.ts'
import type { Commands, Queries } from './handlers.ts'
import { importCommands, importQueries } from './import/commands.ts'
import { leadCommands, leadQueries } from './leads.ts'
import { mailingCommands, mailingQueries } from './mailings.ts'
import { mergeCommands, mergeQueries } from './merge.ts'
import { missedQueries } from './missed.ts'
import { moveCommands } from './moves.ts'
import { noteDraftCommands, noteDraftQueries } from './note-drafts.ts'
import { promiseLineQueries } from './promise-line.ts'
import { promiseCommands, promiseQueries } from './promises.ts'
import { questionCommands } from './questions.ts'
import { quickAddQueries } from './quick-add.ts'
import { recapCommands, recapQueries } from './recaps.ts'
import { recipientQueries } from './recipients.ts'
import { sampleCommands } from './sample-commands.ts'
import { segmentCommands, segmentQueries } from './segments.ts'
import { silenceCommands } from './silence.ts'
import { stageCommands } from './stages.ts'
import { templateCommands, templateQueries } from './templates.ts'
import { todayQueries } from './today.ts'
import { touchCommands, touchQueries } from './touches.ts'
import { valueCommands, valueQueries } from './value-items.ts'

/*
 * The calls that read or change the tables, put together from the files of their nouns. What does something beside the
 * tables stands in core.ts.
 */

/** Who answers each query. */
export const queries: Queries<NamesOf<'query'>> = {
  ...countQueries,
  ...leadQueries,
  ...contactQueries,
  ...mergeQueries,
  ...recapQueries,
  ...promiseLineQueries,
  ...todayQueries,
  ...dayQueries,
  ...noteDraftQueries,
  ...missedQueries,
  ...quickAddQueries,
  ...importQueries,
  ...exportQueries,
  ...calendarQueries,
  ...calendarExportQueries,
  ...segmentQueries,
  ...dayOffQueries,
  ...backlogQueries,
  ...touchQueries,
  ...cadenceQueries,
  ...valueQueries,
  ...promiseQueries,
  ...templateQueries,
  ...recipientQueries,
  ...mailingQueries,
}

/** Who carries out each command. */
export const commands: Commands<NamesOf<'command'>> = {
  ...leadCommands,
  ...moveCommands,
  ...stageCommands,
  ...segmentCommands,
  ...dayOffCommands,
  ...backlogCommands,
  ...contactCommands,
  ...mergeCommands,
  ...touchCommands,
  ...cadenceCommands,
  ...templateCommands,
  ...mailingCommands,
  ...enrolmentCommands,
  ...valueCommands,
  ...recapCommands,
  ...promiseCommands,
  ...silenceCommands,
  ...noteDraftCommands,
  ...questionCommands,
  ...importCommands,
  ...sampleCommands,
}

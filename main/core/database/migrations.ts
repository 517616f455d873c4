import type { Snapshot } from './snapshot.ts'

/** The tables of a snapshot of any version, as plain data. */
export type RawTables = Record<string, readonly Record<string, unknown>[]>

/** The version of the records' shape that this program writes. */
export const currentVersion = 4

/**
 * One pure step per version: `steps[n]` makes version n into n + 1. A step never looks at the current schemas, which
 * go on changing after it was written.
 */
export const steps: Record<number, (tables: RawTables) => RawTables> = {
  /** Contacts learn of permission and of who introduced them, leads of needs and of their end, stages of colours. */
  1: (tables) => ({
    ...tables,
    contacts: (tables['contacts'] ?? []).map((contact) => ({
      ...contact,
      zone: null,
      industry: '',
      howWeMet: '',
      referredBy: null,
      permission: { status: 'not-asked', on: null, words: '', notBefore: null },
      preferredChannel: null,
    })),
    leads: (tables['leads'] ?? []).map((lead) => ({ ...lead, needs: [], links: [], closing: null, parkedUntil: null })),
    stages: (tables['stages'] ?? []).map((stage) => ({ ...stage, ...stageLooks[String(stage['id'])] ?? plainStage })),
    // Reminders were noted by the instant, which moved with the zone; now by what was agreed.
    touches: (tables['touches'] ?? []).map((touch) => ({ ...touch, remindedFor: touch['remindedFor'] === null ? null : dueKeyOf(touch) })),
    segments: [],
  }),
  /** Touches learn how long they take, who began and of cadences, contacts to whom and until when permission was given. */
  2: (tables) => ({
    ...tables,
    contacts: (tables['contacts'] ?? []).map((contact) => ({
      ...contact,
      permission: { ...(contact['permission'] as object), channels: [], until: null },
      doNotContact: false,
      keepInTouchDays: null,
    })),
    leads: (tables['leads'] ?? []).map((lead) => ({ ...lead, minimumGap: null })),
    touches: (tables['touches'] ?? []).map((touch) => ({ ...touch, minutes: null, preparation: '', brings: '', incoming: false, remindBefore: null, enrolmentId: null, stepId: null, revision: 0, plannedAt: null })),
    cadences: [],
    enrolments: [],
    daysOff: [],
  }),
  /** Recaps learn of questions and of what became of them; promises, questions, templates and the value library begin. */
  3: (tables) => ({
    ...tables,
    leads: (tables['leads'] ?? []).map((lead) => ({ ...lead, silenceLimit: null, silenceAnswer: null })),
    touches: (tables['touches'] ?? []).map((touch) => ({ ...touch, valueItemId: null, templateId: null, promiseId: null })),
    recaps: (tables['recaps'] ?? []).map((recap) => ({ ...recap, questions: [], greeting: '', signOff: '', notes: '', nextTouchId: null, sentAt: null })),
    recapVersions: [],
    promises: [],
    questions: [],
    valueItems: [],
    templates: [],
    mailings: [],
    noteDrafts: [],
  }),
}

function dueKeyOf(touch: Record<string, unknown>): unknown {
  const { date, time, zone } = touch['due'] as { date: string; time: string | null; zone: string | null }
  return touch['snoozedUntil'] ?? (time === null ? date : `${date}T${time} ${zone}`)
}

/** What the stages of version 1 were given by version 2; a table of its own, since the defaults go on changing. */
const stageLooks: Record<string, object> = {
  new: { colour: 'grey', chance: 10, staleAfterDays: 3 },
  contacted: { colour: 'blue', chance: 20, staleAfterDays: 7 },
  meeting: { colour: 'teal', chance: 40, staleAfterDays: 10 },
  proposal: { colour: 'violet', chance: 60, staleAfterDays: 10 },
  negotiation: { colour: 'amber', chance: 80, staleAfterDays: 10 },
  won: { colour: 'green', chance: 100, staleAfterDays: null },
  lost: { colour: 'red', chance: 0, staleAfterDays: null },
  parked: { colour: 'grey', chance: 5, staleAfterDays: null },
}
const plainStage = { colour: 'grey', chance: 20, staleAfterDays: null }

/**
 * The snapshot's tables in the shape of `target`, one step after the other.
 * Throws when a step is missing; a newer snapshot has to be refused before.
 */
export function migrate(snapshot: Pick<Snapshot, 'version' | 'tables'>, target = currentVersion, available = steps): RawTables {
  let tables: RawTables = snapshot.tables
  for (let version = snapshot.version; version < target; version += 1) {
    const step = available[version]
    if (!step) throw new Error(`no step from version ${version}`)
    tables = step(tables)
  }
  return tables
}

import type { defaultStages } from './stage.ts'
import type { Recap } from './recap.ts'
import type { Channel } from './channel.ts'
import type { Outcome } from './touch.ts'
import type { TimeOfDay, Zone } from './dates.ts'
import type { ValueFacts } from './value.ts'

/*
 * The form in which a language tells the people of the sample data; times are counted from the day on which it is
 * added, and become dates in main/core/sample.ts.
 */

/** When a planned touch is due: minutes from now, or working days from today (negative: ago) at a time or all day. */
export type SampleDue = { minutes: number } | { days: number; time: TimeOfDay | null; /** The person's own when missing. */ zone?: Zone }

export interface SampleTouch {
  channel: Channel
  purpose: string
  /** Calendar days ago that it was done; 0 is an hour ago. */
  daysAgo: number
  time: TimeOfDay
  outcome: Outcome | null
  notes: string
  /** The key of the item that it gave them. */
  gives?: string
}

export interface SampleLead {
  title: string
  stage: (typeof defaultStages)[number]['id']
  /** In euros. */
  value: number
  source: string
  inbound: boolean
  /** Minutes ago that it came in. */
  age: number
  /** Days that it has stood in its stage. */
  days: number
  next: { channel: Channel; purpose: string; due: SampleDue; /** The key of the item that it brings. */ gives?: string } | null
  /** Oldest first. */
  done: SampleTouch[]
}

export interface SamplePerson {
  /** The readable part of the ids of this person's records. */
  key: string
  name: string
  company: string
  role: string
  email: string
  phone: string
  tags: string[]
  notes: string
  leads: SampleLead[]
}

/** Something worth giving. */
export interface SampleValue extends Pick<ValueFacts, 'kind' | 'title' | 'url' | 'summary' | 'tags' | 'industries' | 'objections'> {
  key: string
  stages: (typeof defaultStages)[number]['id'][]
  /** Days ago that it came out, and days from now until which it is fresh (negative: over); null for no such date. */
  publishedDaysAgo: number | null
  bestBeforeDays: number | null
  /** Days ago that it was added. */
  age: number
}

/** Due so many working days from today, or kept on its day, so many days ago. */
export type SamplePromise = { what: string } & ({ days: number } | { keptDaysAgo: number })

export interface SampleRecap {
  /** The person whose first lead it belongs to. */
  key: string
  subject: string
  problems: string[]
  solutions: string[]
  mine: SamplePromise[]
  theirs: SamplePromise[]
  questions: string[]
  next: { channel: Channel; days: number; time: TimeOfDay; zone: Zone | null; minutes: number }
  tone: Recap['tone']
  /** Which of the lead's touches that are done it is about, counted from 1. */
  touch: number
  /** Minutes ago that it was begun, and that it was copied and sent; null while it is unfinished. */
  begun: number
  sent: number | null
}

import type { Channel } from '../channel.ts'
import type { ValueKind } from '../value.ts'
import { plural } from './plural.ts'

/*
 * The part of the English catalogue that speaks of what is given to people: the value library and what to bring next.
 */

const items = (count: number, written: string) => `${written} ${plural('en', count, { one: 'item', other: 'items' })}`
const times = (count: number, written: string) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${written} times`)

/** What just happened to the library, as a message. */
export const valueDid = {
  saveValueItem: 'Item saved',
  addValueItems: 'Items added',
  archiveValueItem: 'Item archived',
  restoreValueItem: 'Item restored',
  deleteValueItem: 'Item deleted',
} as const

export const valueCommands = {
  saveValueItem: 'save item',
  addValueItems: 'add items',
  archiveValueItem: 'archive item',
  restoreValueItem: 'restore item',
  deleteValueItem: 'delete item',
} as const

export const valueErrors = {
  valueGone: 'That item is no longer in the library. It may have been deleted; undo brings it back.',
  valueUsed: 'It was given to somebody or is planned for them, so it stays with what they got. Nothing was changed; archive it instead, and it is no longer suggested.',
  valueReversed: 'It cannot be at its best only before it came out. Nothing was changed; choose a later date.',
} as const

export const value = {
  /** Words that carry no meaning of their own when what somebody said is compared with what an item is about. */
  smallWords:
    'the and for are was were been has have had not but you your our ours their they them this that these those with from into onto out about above after again all also any because before being between both can cannot could did does doing done down each few more most much many other over own same she her hers him his its itself just let like may might must need needs needed now off once only shall should some such than then there through too under until very want wants wanted what when where which while who whom why will would yet how get gets got make makes made way one two per via than still even ever never really say says said tell told ask asks asked know think going good well new',
  /** By which words of a title or an address the kind is guessed; what comes first wins. */
  kindSigns: {
    event: 'webinar, webinars, event, events, conference, workshop, trade fair, trade show, meetup, summit, live session, open day',
    infographic: 'infographic, infographics, chart, diagram, poster',
    story: 'case study, case studies, customer story, customer stories, success story, success stories, testimonial, testimonials, casestudy',
    tool: 'calculator, checklist, template, templates, worksheet, spreadsheet, tool, toolkit, planner, self assessment, configurator, cheat sheet',
    'social-post': 'linkedin post, social post, tweet, thread',
    article: 'article, guide, blog',
  } satisfies Record<ValueKind, string>,

  title: 'Value library',
  kinds: {
    article: 'Article',
    infographic: 'Infographic',
    story: 'Story',
    'social-post': 'Social post',
    event: 'Event',
    tool: 'Tool',
  } satisfies Record<ValueKind, string>,
  add: 'New item',
  paste: 'Paste items',
  search: 'Search the library',
  kind: 'Kind',
  anyKind: 'Every kind',
  shownLabel: 'Which items',
  shown: { used: 'In use', past: 'Past their date', archived: 'Archived' },
  shownCount: (shown: string, written: string) => `${shown} · ${written}`,
  count: (count: number, written: string) => items(count, written),
  emptyTitle: 'Have something worth giving at hand',
  emptyBody: 'Every touch should bring something: an article, the story of somebody like them, a checklist. Keep them here, and the right one is suggested for each person, never the same one twice. Paste a few links to begin.',
  noneFound: 'Nothing here fits that.',
  none: { used: 'Everything is archived.', past: 'Nothing is past its date.', archived: 'Nothing is archived.' },
  clear: 'Clear the search',
  more: (title: string) => `More for ${title}`,
  edit: 'Edit',
  archive: 'Archive',
  restore: 'Restore',
  delete: 'Delete',
  archived: (title: string) => `${title} archived.`,
  restored: (title: string) => `${title} restored.`,
  deleted: (title: string) => `${title} deleted.`,
  saved: (title: string) => `${title} saved.`,
  added: (count: number, written: string) => `${items(count, written)} added to the library.`,
  past: (date: string) => `Best before ${date}, passed`,
  bestBeforeOn: (date: string) => `Best before ${date}`,
  given: (count: number, written: string, people: number, writtenPeople: string, last: string) =>
    count === 1 ? `Given once, on ${last}` : `Given ${times(count, written)} to ${people === 1 ? 'one person' : `${writtenPeople} people`}, last ${last}`,
  neverGiven: 'Not given yet',
  answered: (answered: string, of: string, days: number, share: string | null) => `${answered} of ${of} answered within ${days} days${share === null ? '' : ` (${share})`}`,
  tooEarly: 'too early to count answers',
  figuresHint: (days: number) => `An answer counts when it came within ${days} days after the item was given, a No included. Touches whose ${days} days are not over are left out.`,

  editTitle: 'Change the item',
  addTitle: 'New item',
  name: 'Title',
  nameExample: 'e.g. How a mill of your size halved its waste',
  noTitle: 'Give it a title.',
  url: 'Address',
  urlExample: 'https://… or a file path',
  badUrl: 'A web address, or the path of a file.',
  known: (title: string) => `The library has this address already: ${title}.`,
  summary: 'What it says',
  summaryExample: 'In a sentence or two, for when you write about it',
  tags: 'Tags',
  tagsExample: 'dyeing, small batches',
  industries: 'Industries',
  industriesExample: 'Textiles, Furniture',
  listHint: 'Separate them with commas.',
  stages: 'Suits the stages',
  objections: 'Answers these objections',
  objectionsExample: 'Too expensive\nWe have a supplier',
  objectionsHint: 'One a line, as they say it.',
  published: 'Came out on',
  bestBefore: 'Best before',
  bestBeforeHint: 'After that day it is flagged and suggested last.',
  reversed: 'This is before it came out.',
  forWhom: 'For whom',

  pasteTitle: 'Paste items',
  pasteLabel: 'Links, or lines such as “Title - https://…”',
  pasteExample: 'How to choose a dye lot - https://example.com/dye-lots\nhttps://example.com/case-study/north-mill',
  pasteHint: 'One or many. Each line or address becomes an item; its kind is guessed from its words and address.',
  pasteFound: (count: number, written: string) => `${items(count, written)} found`,
  pasteLeft: (most: string) => `The first ${most} are shown. Paste the rest afterwards.`,
  pasteNothing: 'Nothing to add yet.',
  pasteKnown: (title: string) => `In the library already: ${title}`,
  pasteKnownArchived: (title: string) => `In the library already, archived: ${title}`,
  pasteTwice: 'Twice in what you pasted',
  pasteTake: (title: string) => `Add ${title}`,
  pasteAdd: (count: number, written: string) => (count === 0 ? 'Add' : `Add ${items(count, written)}`),

  /** What to bring a person, in the forms of a touch and on the lead page. */
  brings: 'Brings them',
  brought: 'Brought them',
  bringsPlaceholder: 'Choose from the library, or write',
  suggested: 'Never given to them',
  givenAlready: 'Given already',
  showList: 'Choose from the library',
  leave: (title: string) => `Do not bring ${title}`,
  take: (title: string) => `Take it along: ${title}`,
  isPast: (date: string) => `Its best date, ${date}, has passed. Check that it still holds.`,
  wasGiven: (when: string) => `They were given this ${when}.`,
  isPlanned: (when: string) => `Another touch brings them this ${when}.`,
  again: 'Bring it again',
  other: 'Choose something else',
  takeAlong: 'Take it along',
  takenAlong: (title: string, name: string) => `${title} goes along to ${name}.`,
  when: (date: string, through: string) => `on ${date} ${through}`,
  givenWhen: (when: string) => `Given ${when}`,
  plannedFor: (when: string) => `Planned ${when}`,
  repeat: (title: string, why: string) => `${title}: ${why.charAt(0).toLowerCase()}${why.slice(1)}`,
  through: {
    call: 'in a call',
    email: 'by email',
    text: 'by text message',
    social: 'by direct message',
    video: 'in a video call',
    'in-person': 'in person',
  } satisfies Record<Channel, string>,
  reasons: {
    step: (kind: string) => `The step asks for ${/^[aeiou]/i.test(kind) ? 'an' : 'a'} ${kind.toLowerCase()}`,
    objection: (objection: string) => `Answers “${objection}”`,
    need: (list: string) => `Speaks of what they said: ${list}`,
    stage: (stage: string) => `Suits ${stage}`,
    industry: (industry: string) => `For ${industry}`,
    tags: (list: string) => `Tagged ${list}`,
    fresh: (date: string) => `Out since ${date}`,
    none: 'Never given to them',
  },

  givenHead: 'Given so far',
  nothingGiven: 'Nothing from the library yet.',
  nextToGive: 'Next to give',
  otherLead: 'another lead',
  emptyLibrary: 'The library is empty.',
  toLibrary: 'Open the value library',
  allGiven: 'They were given all there is. Add something new to the library.',
} as const

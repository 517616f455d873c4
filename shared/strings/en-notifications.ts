/*
 * The part of the English catalogue that speaks of reminders, in the app's own window and outside of it.
 */

/** Notifications of the browser, where the app runs in one and the system shows reminders by nothing else. */
export const browserNotifications = {
  offer: 'Show reminders outside this page too',
  title: 'Notifications of the browser',
  allow: 'Allow notifications',
  hint: 'So that reminders are seen while another page or program is in front.',
  granted: 'Your browser shows reminders while this page is open.',
  denied: 'Your browser blocks notifications of this page. It can allow them in its own settings for this address; reminders show here in the page.',
  unsupported: 'This browser shows no notifications. Reminders show here in the page.',
} as const

/** When one touch reminds, among the fields of a next step. */
export const remindBefore = {
  label: 'Remind',
  usual: 'As its channel does',
} as const

export const reminders = {
  done: 'Done',
  snooze: 'Snooze 15 min',
  open: 'Open',
  /** Title of the reminder of one touch. */
  due: (channel: string, name: string) => `${channel}: ${name}`,
  dueHidden: (channel: string) => `${channel} due`,
  dueNow: 'Due now',
  inMinutes: (minutes: number) => (minutes < 120 ? `In ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}` : `In ${Math.round(minutes / 60)} hours`),
  /** An inbound lead that nobody answered yet. */
  waits: (name: string) => `${name} still waits for an answer`,
  waitsHidden: 'Somebody still waits for an answer',
  digest: (count: number) => `${count} touches are due`,
  dayDigest: (count: number, overdue: number) => `Today: ${count} ${count === 1 ? 'touch' : 'touches'}` + (overdue > 0 ? `, ${overdue} overdue` : ''),
  digestBody: (names: string[], more: number) => names.join(', ') + (more > 0 ? ` and ${more} more` : ''),
  digestHidden: 'Open Followthrough to see them.',
} as const

/** The list of the reminders that were given and are still open. */
export const missed = {
  title: 'Reminders',
  count: (count: number) => `${count} open`,
  caughtUp: 'All caught up',
  caughtUpHint: 'A reminder waits here from when it is given until it is dealt with.',
  done: (name: string) => `Done: ${name}`,
  snooze: (name: string) => `Snooze 15 min: ${name}`,
  more: (shown: number, count: number) => `The latest ${shown} of ${count}. Today has them all.`,
} as const

/*
 * The part of the English catalogue that speaks of reminders outside the app's own window.
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

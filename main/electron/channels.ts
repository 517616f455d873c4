import type { EventName } from '../../shared/api.ts'

/** The channel on which the page makes its calls. */
export const callChannel = 'call'

/** The channel of each event that main tells the page. */
export const eventChannels: Readonly<Record<EventName, string>> = {
  changed: 'event:changed',
  settings: 'event:settings',
  reminder: 'event:reminder',
  show: 'event:show',
}

import type { EventName } from '../../shared/api.ts'

/** The channel on which the page makes its calls. */
export const callChannel = 'call'

/** The channel on which main tells the page of an event. */
export function channelOf(event: EventName): string {
  return `event:${event}`
}

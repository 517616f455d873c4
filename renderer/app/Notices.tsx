import type { State } from '../../shared/api.ts'
import { runCommand } from '../api.ts'
import { Banner } from '../ui/Banner.tsx'

/** What a start found out about the data, until the person has read it. */
export function Notices({ state }: { state: State }) {
  return state.notices.map((notice) => (
    <Banner key={notice.id} onDismiss={() => void runCommand('dismissNotice', { id: notice.id })}>
      {notice.message}
    </Banner>
  ))
}

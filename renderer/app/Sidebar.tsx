import { BookOpen, CalendarDays, Check, FileText, Handshake, Settings, SquareKanban, UserRound, type LucideIcon } from 'lucide-react'
import { useLocation } from 'wouter'
import type { Counts } from '../../shared/api.ts'
import { wholeNumber } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { classes } from '../ui/classes.ts'
import { useReader } from '../ui/Reader.tsx'
import { Bell } from './Bell.tsx'
import styles from './Sidebar.module.css'

interface Entry {
  path: string
  /** The beginnings of the addresses that belong to it. */
  holds: readonly string[]
  name: string
  icon: LucideIcon
  keys?: string
  count?: { value: number; words: string; due?: boolean }
}

/** The way between the screens, with what waits in each. Below 900 px it folds to icons. */
export function Sidebar({ counts }: { counts: Counts }) {
  const entries: Entry[] = [
    { path: '/today', holds: ['/today'], name: words.app.today, icon: Check, keys: 'G T', count: { value: counts.today, words: words.ui.dueCount(counts.today), due: true } },
    { path: '/board', holds: ['/board', '/lead'], name: words.app.board, icon: SquareKanban, keys: 'G B', count: { value: counts.leads, words: words.ui.leadCount(counts.leads) } },
    { path: '/calendar', holds: ['/calendar'], name: words.calendar.title, icon: CalendarDays, keys: 'G C' },
    { path: '/recaps', holds: ['/recap'], name: words.app.recaps, icon: FileText, keys: 'G R', count: { value: counts.drafts, words: words.ui.draftCount(counts.drafts) } },
    { path: '/promises', holds: ['/promises'], name: words.promises.title, icon: Handshake, keys: 'G O', count: { value: counts.promises, words: words.promises.dueCount(counts.promises), due: true } },
    { path: '/people', holds: ['/people'], name: words.app.people, icon: UserRound, keys: 'G P' },
    { path: '/playbook', holds: ['/playbook'], name: words.app.playbook, icon: BookOpen, keys: 'G K' },
  ]
  return (
    <nav className={styles.sidebar} aria-label={words.ui.navigation}>
      <div className={styles.brand}>
        <svg className={styles.mark} viewBox="0 0 24 24" aria-hidden>
          <path d="M4 18c0-6 4-9 14-9M13 4l6 5-6 5" />
        </svg>
        <span className={styles.words}>{words.app.name}</span>
      </div>
      <ul className={styles.list}>
        {entries.map((entry) => (
          <li key={entry.path}>
            <Place {...entry} />
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <Bell count={counts.missed} />
        <Place path="/settings" holds={['/settings']} name={words.app.settings} icon={Settings} />
      </div>
    </nav>
  )
}

function Place({ path, holds, name, icon: Icon, keys, count }: Entry) {
  const [location] = useLocation()
  const { locale } = useReader()
  const here = holds.some((start) => location.startsWith(start)) || (path === '/board' && location === '/')
  return (
    <a className={styles.place} href={`#${path}`} title={keys === undefined ? name : `${name} (${keys})`} {...(here && { 'aria-current': 'page' })}>
      <Icon aria-hidden />
      <span className={styles.words}>{name}</span>
      {count !== undefined && count.value > 0 && (
        <span className={classes(styles.count, count.due && styles.due)}>
          <span aria-hidden>{wholeNumber(count.value, locale)}</span>
          <span className={styles.spoken}>{count.words}</span>
        </span>
      )}
    </a>
  )
}

import { Plus, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { words } from '../../shared/strings/words.ts'
import { useAppActions } from './AppActions.tsx'
import { Button } from './Button.tsx'
import { Kbd } from './Kbd.tsx'
import styles from './TopBar.module.css'

export interface TopBarProps {
  /** The screen's heading. */
  title: string
  /** Beside the heading: how the screen shows its things. */
  children?: ReactNode
  /** Before the New lead button: what else can be done here. */
  actions?: ReactNode
}

const searchKeys = /mac/i.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'

/** The bar at the top of every screen, with its heading and the New lead button. */
export function TopBar({ title, children, actions }: TopBarProps) {
  const { newLead, palette } = useAppActions()
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>{title}</h1>
      {children}
      <span className={styles.space} />
      {actions}
      <button type="button" className={styles.search} onClick={palette} aria-label={`${words.palette.field} ${searchKeys}`} aria-keyshortcuts="Control+K" title={words.palette.field}>
        <Search aria-hidden />
        <span className={styles.searchWords}>{words.palette.field}</span>
        <span className={styles.searchKeys} aria-hidden>
          <Kbd>{searchKeys}</Kbd>
        </span>
      </button>
      <Button kind="primary" icon={<Plus aria-hidden />} onPress={newLead} aria-keyshortcuts="N">
        {words.app.newLead}
      </Button>
    </header>
  )
}

import { Bell as BellIcon } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { wholeNumber } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { classes } from '../ui/classes.ts'
import { useReader } from '../ui/Reader.tsx'
import styles from './Bell.module.css'
import sidebar from './Sidebar.module.css'

const Missed = lazy(() => import('./Missed.tsx').then((module) => ({ default: module.Missed })))

/** How many reminders are still open, and on demand which (practice P14): a notification that passed by is not lost. */
export function Bell({ count }: { count: number }) {
  const { locale } = useReader()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const say = words.missed
  return (
    <>
      <Button
        ref={button}
        className={classes(sidebar.place, styles.bell)}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => setOpen(true)}
        render={(own) => <button {...own} title={say.title} />}
      >
        <BellIcon aria-hidden />
        <span className={sidebar.words}>{say.title}</span>
        {count > 0 && (
          <span className={sidebar.count}>
            <span aria-hidden>{wholeNumber(count, locale)}</span>
            <span className={sidebar.spoken}>{say.count(count)}</span>
          </span>
        )}
      </Button>
      <Suspense>{isOpen && <Missed anchor={button} count={count} onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}

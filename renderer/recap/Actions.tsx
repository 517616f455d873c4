import { Copy, EllipsisVertical, FileDown, Mail, MailCheck, Printer } from 'lucide-react'
import { useEffect, useState } from 'react'
import { composerWords } from '../../shared/strings/composer-words.ts'
import { words } from '../../shared/strings/words.ts'
import { useCall } from '../api.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import styles from './Actions.module.css'
import type { Autosave } from '../ui/autosave.ts'
import type { Sending, Way } from './useSending.ts'

const say = composerWords

/** The ways out of the composer, the main one first, and whether all of it is on disk. */
export function Actions({ sending, autosave }: { sending: Sending; autosave: Autosave }) {
  const isDesktop = useCall('getState', {}).data?.shell === 'desktop'
  return (
    <footer className={styles.actions}>
      <Button kind="primary" icon={<Copy aria-hidden />} onPress={() => sending.start('copy')} aria-keyshortcuts="Control+Enter Meta+Enter">
        {say.copy}
      </Button>
      <Button icon={<Mail aria-hidden />} onPress={() => sending.start('mail')}>
        {say.openInMail}
      </Button>
      <Button icon={<MailCheck aria-hidden />} onPress={() => sending.start('sent')} aria-keyshortcuts="Control+Shift+Enter Meta+Shift+Enter">
        {say.markSent}
      </Button>
      <Menu
        trigger={<IconButton label={say.moreWays} icon={<EllipsisVertical />} />}
        label={say.moreWays}
        choices={[
          { id: 'file', label: say.saveFile, icon: <FileDown aria-hidden /> },
          ...(isDesktop ? [{ id: 'pdf', label: say.savePdf, icon: <FileDown aria-hidden /> }] : []),
          { id: 'print', label: isDesktop ? say.print : say.printOrPdf, icon: <Printer aria-hidden /> },
        ]}
        onChoose={(way) => sending.start(way as Way)}
      />
      <SaveState autosave={autosave} />
    </footer>
  )
}

function SaveState({ autosave: { status, error, flush } }: { autosave: Autosave }) {
  const settled = useSettled(status === 'saved')
  if (status === 'failed') {
    return (
      <div className={styles.failed} role="alert">
        <span>
          {say.notSaved}. {error}
        </span>
        <Button size="small" onPress={() => void flush()}>
          {words.app.tryAgain}
        </Button>
      </div>
    )
  }
  return <span className={styles.saved}>{settled ? say.saved : say.saving}</span>
}

/** How long typing rests, in milliseconds, before it is said that all of it is saved: each letter would flicker. */
const restMs = 400

function useSettled(isSaved: boolean): boolean {
  const [settled, setSettled] = useState(isSaved)
  if (!isSaved && settled) setSettled(false)
  useEffect(() => {
    if (!isSaved) return
    const timer = setTimeout(() => setSettled(true), restMs)
    return () => clearTimeout(timer)
  }, [isSaved])
  return settled
}

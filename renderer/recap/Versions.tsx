import { Copy, FileDown, History, Mail, MailCheck } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Dialog as AriaDialog, DialogTrigger, Popover } from 'react-aria-components'
import type { CallOutput } from '../../shared/api.ts'
import { dateAndTime } from '../../shared/format.ts'
import type { RecapText } from '../../shared/recap-text.ts'
import type { RecapContent, RecapVersion } from '../../shared/recap.ts'
import { composerWords } from '../../shared/strings/composer-words.ts'
import { words } from '../../shared/strings/words.ts'
import { useCall } from '../api.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import menu from '../ui/Menu.module.css'
import { useReader } from '../ui/Reader.tsx'
import { ErrorState, Spinner } from '../ui/States.tsx'
import { Preview } from './Preview.tsx'
import styles from './Versions.module.css'

const say = composerWords

type Version = CallOutput<'getRecap'>['versions'][number]

const icons: Record<RecapVersion['how'], ReactNode> = { copied: <Copy aria-hidden />, mailed: <Mail aria-hidden />, saved: <FileDown aria-hidden />, sent: <MailCheck aria-hidden /> }

export interface VersionsProps {
  /** The latest first. */
  versions: readonly Version[]
  /** What a text makes of a letter, for this reader and signature. */
  letterOf: (content: RecapContent) => RecapText
  /** Takes the text of a version back into the composer. */
  onUse: (content: RecapVersion['content']) => void
}

/** The texts as which a recap left the app, each to be looked at and used again. */
export function Versions({ versions, letterOf, onUse }: VersionsProps) {
  const reader = useReader()
  const [shown, setShown] = useState<Version | null>(null)
  if (versions.length === 0) return null
  return (
    <>
      <DialogTrigger>
        <IconButton label={say.versions(versions.length)} icon={<History />} size="small" />
        <Popover className={classes(menu.popover)} offset={4} placement="bottom">
          <AriaDialog className={classes(styles.list)} aria-label={say.versionsTitle}>
            {({ close }) =>
              versions.map((version, index) => (
                <button
                  key={version.id}
                  type="button"
                  className={styles.version}
                  onClick={() => {
                    close()
                    setShown(version)
                  }}
                >
                  {icons[version.how]}
                  <span className={styles.how}>{say.how[version.how](dateAndTime(version.at, reader))}</span>
                  {index === 0 && <span className={styles.latest}>{say.latest}</span>}
                </button>
              ))
            }
          </AriaDialog>
        </Popover>
      </DialogTrigger>
      {shown !== null && (
        <Dialog title={say.how[shown.how](dateAndTime(shown.at, reader))} isOpen onOpenChange={(isOpen) => !isOpen && setShown(null)}>
          <Shown
            id={shown.id}
            letterOf={letterOf}
            onUse={(content) => {
              setShown(null)
              onUse(content)
            }}
            onClose={() => setShown(null)}
          />
        </Dialog>
      )}
    </>
  )
}

function Shown({ id, letterOf, onUse, onClose }: Pick<VersionsProps, 'letterOf' | 'onUse'> & { id: string; onClose: () => void }) {
  const version = useCall('getRecapVersion', { id })
  if (version.isError) return <ErrorState message={version.error.message} onRetry={() => void version.refetch()} />
  if (!version.data) return <Spinner />
  const { content } = version.data
  const letter = letterOf({ ...content, notes: '' })
  return (
    <>
      <DialogBody>
        <div className={styles.letter}>
          <p className={styles.subject} dir="auto">
            {letter.subject}
          </p>
          <Preview html={letter.html} />
        </div>
      </DialogBody>
      <DialogActions>
        <Button onPress={onClose}>{words.app.close}</Button>
        <Button kind="primary" onPress={() => onUse(content)}>
          {say.again}
        </Button>
      </DialogActions>
    </>
  )
}

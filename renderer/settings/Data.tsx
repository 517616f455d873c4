import { DatabaseBackup, RotateCcw, Sparkles } from 'lucide-react'
import { useState } from 'react'
import type { Backup, State } from '../../shared/api.ts'
import { dateAndTime, wholeNumber, type Reader } from '../../shared/format.ts'
import { ownLocale } from '../../shared/locale.ts'
import { words } from '../../shared/strings/words.ts'
import { queryClient, runCommand, useCall, useCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { useReader } from '../ui/Reader.tsx'
import { showToast } from '../ui/Toast.tsx'
import { Exports } from './Exports.tsx'
import { Section } from './Section.tsx'
import styles from './Settings.module.css'

/** Where the data is, its backups, and the sample data. */
export function Data({ state }: { state: State }) {
  const say = words.settings
  const { hasSample } = state
  const counts = useCall('getCounts', {}).data
  const addSample = useCommand('addSample')
  const removeSample = useCommand('removeSample')
  const empty = counts?.leads === 0 && counts.contacts === 0
  return (
    <Section title={say.data}>
      <div>
        <span className={styles.label}>{say.folder}</span>
        <code className={styles.path}>{state.dataDir}</code>
        <span className={styles.hint}>{say.folderHint}</span>
      </div>
      <Exports />
      <Backups />
      {(hasSample || empty) && (
        <div>
          <span className={styles.label}>{say.sample}</span>
          {hasSample ? (
            <Button size="small" isDisabled={removeSample.pending} onPress={() => void removeSample.run({})}>
              {say.removeSample}
            </Button>
          ) : (
            <Button size="small" icon={<Sparkles aria-hidden />} isDisabled={addSample.pending} onPress={() => void addSample.run({})}>
              {say.addSample}
            </Button>
          )}
          <span className={styles.hint}>{say.sampleHint}</span>
        </div>
      )}
    </Section>
  )
}

function Backups() {
  const say = words.settings
  const reader = useReader()
  const backups = useCall('listBackups', {})
  const [asked, setAsked] = useState<Backup | null>(null)
  const make = useCommand('makeBackup')
  const run = async () => {
    const reply = await make.run({})
    if (!reply.ok) return
    showToast({ message: say.backupMade })
    await queryClient.invalidateQueries({ queryKey: ['listBackups'] })
  }
  return (
    <div>
      <div className={styles.labelRow}>
        <span className={styles.label}>{say.backups}</span>
        <Button size="small" icon={<DatabaseBackup aria-hidden />} isDisabled={make.pending} onPress={() => void run()}>
          {say.backupNow}
        </Button>
      </div>
      {backups.isError ? (
        <p className={styles.hint}>{backups.error.message}</p>
      ) : backups.data?.length === 0 ? (
        <p className={styles.hint}>{say.noBackups}</p>
      ) : (
        <ul className={styles.backups}>
          {backups.data?.map((backup) => (
            <li key={backup.file}>
              <span className={styles.when}>{dateAndTime(backup.at, reader)}</span>
              <span className={styles.holds}>{holds(backup, reader)}</span>
              <Button size="small" kind="quiet" icon={<RotateCcw aria-hidden />} aria-label={say.restoreNamed(dateAndTime(backup.at, reader))} onPress={() => setAsked(backup)}>
                {say.restore}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {asked && <RestoreQuestion backup={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

function RestoreQuestion({ backup, onClose }: { backup: Backup; onClose: () => void }) {
  const say = words.settings
  const reader = useReader()
  const restore = async () => {
    const reply = await runCommand('restoreBackup', { file: backup.file })
    onClose()
    if (!reply.ok) return
    showToast({ message: say.restored })
    await queryClient.invalidateQueries()
  }
  return (
    <Dialog title={say.restoreTitle} role="alertdialog" width="narrow" isOpen onOpenChange={onClose}>
      <DialogBody>
        <p>{say.restoreBody(dateAndTime(backup.at, reader))}</p>
        <p className={styles.hint}>{holds(backup, reader)}</p>
      </DialogBody>
      <DialogActions>
        <Button onPress={onClose} autoFocus>
          {words.app.cancel}
        </Button>
        <Button kind="danger" onPress={() => void restore()}>
          {say.restore}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function holds({ leads, contacts, bytes }: Backup, { locale }: Reader): string {
  const kilobytes = new Intl.NumberFormat(ownLocale(locale), { style: 'unit', unit: bytes < 1e6 ? 'kilobyte' : 'megabyte', maximumFractionDigits: bytes < 1e6 ? 0 : 1 })
  return words.settings.backupHolds(wholeNumber(leads, locale), wholeNumber(contacts, locale), kilobytes.format(bytes < 1e6 ? Math.max(1, bytes / 1e3) : bytes / 1e6))
}

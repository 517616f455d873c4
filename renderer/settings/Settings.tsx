import type { CallInput } from '../../shared/api.ts'
import type { Settings as Choices } from '../../shared/settings.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand, useCall } from '../api.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { ErrorState, Spinner } from '../ui/States.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { CurrencyField } from './CurrencyField.tsx'
import { Data } from './Data.tsx'
import { DaysOff } from './DaysOff.tsx'
import { Formats } from './Formats.tsx'
import { QuickAddShortcut } from './QuickAddShortcut.tsx'
import { Reminders, Response } from './Reminders.tsx'
import { SavedText } from './SavedText.tsx'
import { Section } from './Section.tsx'
import styles from './Settings.module.css'
import { Time } from './Time.tsx'

function change(changes: CallInput<'changeSettings'>) {
  return runCommand('changeSettings', changes)
}

function changeShortcut(quickAddShortcut: string | null) {
  void change({ quickAddShortcut })
}

/** The person's choices. Each is kept as soon as it is made. */
export function Settings() {
  const settings = useCall('getSettings', {})
  const state = useCall('getState', {}).data
  return (
    <>
      <TopBar title={words.settings.title} />
      {settings.isError && !settings.data ? (
        <ErrorState message={settings.error.message} onRetry={() => void settings.refetch()} />
      ) : settings.data && state ? (
        <div className={styles.screen}>
          <You settings={settings.data} />
          <Look settings={settings.data} />
          <Time settings={settings.data} />
          <DaysOff />
          <Formats settings={settings.data} />
          <Money settings={settings.data} />
          <Reminders settings={settings.data} inTray={state.shell === 'desktop'} inSystem={state.remindsInSystem} />
          <Response response={settings.data.response} />
          {state.shell === 'desktop' && <QuickAddShortcut value={settings.data.quickAddShortcut} state={state.shortcut} onChange={changeShortcut} />}
          <Data state={state} />
          <p className={styles.version}>{words.settings.version(state.version)}</p>
        </div>
      ) : (
        <Spinner />
      )}
    </>
  )
}

function You({ settings }: { settings: Choices }) {
  const say = words.settings
  const lines = [settings.name, ...settings.signature.split('\n')].filter((line) => line.trim() !== '')
  return (
    <Section title={say.you}>
      <div className={styles.pair}>
        <div className={styles.stack}>
          <SavedText label={say.name} hint={say.nameHint} value={settings.name} longest={120} onSave={(name) => change({ name })} />
          <SavedText label={say.signature} hint={say.signatureHint} value={settings.signature} longest={2000} multiline onSave={(signature) => change({ signature })} />
        </div>
        <figure className={styles.preview}>
          <figcaption>{say.signaturePreview}</figcaption>
          <p dir="auto">{[words.recap.closing.warm, ...lines].join('\n')}</p>
        </figure>
      </div>
    </Section>
  )
}

const themes = (['system', 'light', 'dark'] as const).map((id) => ({ id, label: words.settings.themes[id] }))

function Look({ settings }: { settings: Choices }) {
  return (
    <Section title={words.settings.look}>
      <div>
        <span className={styles.label}>{words.settings.theme}</span>
        <Segmented label={words.settings.theme} options={themes} value={settings.theme} onChange={(theme) => void change({ theme })} />
      </div>
    </Section>
  )
}

function Money({ settings }: { settings: Choices }) {
  const say = words.settings
  return (
    <Section title={say.money}>
      <div className={styles.pair}>
        <div>
          <CurrencyField label={say.currency} value={settings.currency} onChange={(currency) => void change({ currency })} />
          <span className={styles.hint}>{say.currencyHint}</span>
        </div>
      </div>
    </Section>
  )
}

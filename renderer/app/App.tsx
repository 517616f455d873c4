import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { Route, Router, Switch } from 'wouter'
import { navigate, useHashLocation } from 'wouter/use-hash-location'
import type { Counts, Events, State } from '../../shared/api.ts'
import type { Settings } from '../../shared/settings.ts'
import { words } from '../../shared/strings/words.ts'
import { bridge, useCall, useConnection } from '../api.ts'
import { takePlace } from '../ahead.ts'
import { AppActionsContext, type ComposeRequest, type EnrolRequest, type MailRequest } from '../ui/AppActions.tsx'
import { Banner } from '../ui/Banner.tsx'
import { ReaderProvider } from '../ui/Reader.tsx'
import { ErrorState, Spinner } from '../ui/States.tsx'
import { ToastRegion } from '../ui/Toast.tsx'
import { useEachMinute } from '../ui/useEachMinute.ts'
import styles from './App.module.css'
import { favicon } from './favicon.ts'
import { useKeyboard } from './keyboard.ts'
import { Notices } from './Notices.tsx'
import { useRememberedLeads } from './recent.ts'
import { PausedReminders } from './PausedReminders.tsx'
import { ReminderCard } from './ReminderCard.tsx'
import { Screens } from './Screens.tsx'
import { Sidebar } from './Sidebar.tsx'

const QuickAddDialog = lazy(() => import('./QuickAddDialog.tsx').then((module) => ({ default: module.QuickAddDialog })))
const EnrolDialog = lazy(() => import('./enrol/EnrolDialog.tsx').then((module) => ({ default: module.EnrolDialog })))
const ComposeDialog = lazy(() => import('./compose/ComposeDialog.tsx').then((module) => ({ default: module.ComposeDialog })))
const StartMailing = lazy(() => import('./mailing/StartMailing.tsx').then((module) => ({ default: module.StartMailing })))
const Palette = lazy(() => import('./Palette.tsx').then((module) => ({ default: module.Palette })))
const Shortcuts = lazy(() => import('./Shortcuts.tsx').then((module) => ({ default: module.Shortcuts })))
const ReminderWindow = lazy(() => import('./ReminderWindow.tsx').then((module) => ({ default: module.ReminderWindow })))
const Recovery = lazy(() => import('./Recovery.tsx').then((module) => ({ default: module.Recovery })))

/** Screens live behind the #, so that the address works from a file as well as from a server. */
const inTheHash = { hook: useHashLocation }

/** The window: navigation, the screen, and what may come up over any screen. */
export function App() {
  const connection = useConnection()
  const state = useCall('getState', {})
  const trouble = connection === 'open' || connection === 'connecting' ? null : words.connection[connection]
  const settings = useCall('getSettings', {}).data
  useTheme(settings?.theme)
  return (
    <Router {...inTheHash}>
        <ReaderProvider zone={state.data?.zone} style={settings}>
          <Switch>
            <Route path="/reminder/:touchIds">
              {({ touchIds }) => (
                <Suspense>
                  <ReminderWindow touchIds={touchIds.split(',')} />
                </Suspense>
              )}
            </Route>
            <Route>
              <div className={styles.app}>
                {trouble !== null && state.data && <Banner tone="warning">{trouble}</Banner>}
                {state.data ? (
                  <Opened state={state.data} />
                ) : state.isError && connection !== 'lost' ? (
                  <ErrorState message={trouble ?? state.error.message} onRetry={() => void state.refetch()} />
                ) : (
                  <Spinner />
                )}
              </div>
            </Route>
          </Switch>
          <ToastRegion />
        </ReaderProvider>
    </Router>
  )
}

function Opened({ state }: { state: State }) {
  const [dialog, setDialog] = useState<'new-lead' | 'shortcuts' | 'palette' | null>(null)
  const [enrolling, setEnrolling] = useState<EnrolRequest | null>(null)
  const [composing, setComposing] = useState<ComposeRequest | null>(null)
  const [mailing, setMailing] = useState<MailRequest | null>(null)
  const newLead = useCallback(() => setDialog('new-lead'), [])
  const shortcuts = useCallback(() => setDialog('shortcuts'), [])
  const palette = useCallback(() => setDialog('palette'), [])
  const actions = useMemo(() => ({ newLead, palette, enrol: setEnrolling, compose: setComposing, mail: setMailing }), [newLead, palette])
  useKeyboard({ newLead, shortcuts, palette })
  useRememberedLeads()
  useDialogsAhead()
  useShown(newLead)
  const counts = useCounts()
  useEachMinute(useCall('getState', {}))
  useTab(counts)

  if (state.database.status !== 'open') {
    return (
      <Suspense fallback={<Spinner />}>
        <Recovery state={state} />
      </Suspense>
    )
  }
  return (
    <AppActionsContext value={actions}>
      <div className={styles.window}>
        <Sidebar counts={counts} />
        <main className={styles.main}>
          <Notices state={state} />
          <PausedReminders />
          <Screens />
        </main>
      </div>
      <ReminderCard />
      <Suspense fallback={<Opening />}>
        {dialog === 'new-lead' && <QuickAddDialog onClose={() => setDialog(null)} />}
        {enrolling && <EnrolDialog request={enrolling} onClose={() => setEnrolling(null)} />}
        {composing && <ComposeDialog request={composing} onClose={() => setComposing(null)} />}
        {mailing && <StartMailing request={mailing} onClose={() => setMailing(null)} />}
        {dialog === 'palette' && <Palette newLead={newLead} shortcuts={shortcuts} onClose={() => setDialog(null)} />}
        {dialog === 'shortcuts' && <Shortcuts onClose={() => setDialog(null)} />}
      </Suspense>
    </AppActionsContext>
  )
}

/** Covers the screen while a dialog's script is on its way: what is pressed meanwhile is meant for the dialog, not for the screen. */
function Opening() {
  useLayoutEffect(() => {
    const listening = new AbortController()
    const keep = (event: KeyboardEvent) => {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', keep, { capture: true, signal: listening.signal })
    return () => listening.abort()
  }, [])
  return <div className={styles.opening} />
}

/** The theme the person chose, on <html>; without one the system's. */
function useTheme(theme: Settings['theme'] | undefined) {
  useEffect(() => {
    if (theme === undefined || theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
}

/** The first key or click brings the dialogs that come up most, so that they are there when the second one asks for them. */
function useDialogsAhead() {
  useEffect(() => {
    const listening = new AbortController()
    const bring = () => {
      listening.abort()
      void Promise.allSettled([import('./Palette.tsx'), import('./QuickAddDialog.tsx')])
    }
    for (const type of ['keydown', 'pointerdown']) window.addEventListener(type, bring, { signal: listening.signal })
    return () => listening.abort()
  }, [])
}

const noCounts: Counts = { leads: 0, contacts: 0, today: 0, overdue: 0, missed: 0, drafts: 0, promises: 0 }

/** How much there is; nothing is counted until it is known. */
function useCounts(): Counts {
  const counts = useCall('getCounts', {})
  useEachMinute(counts)
  return counts.data ?? noCounts
}

/** How much is due today, where a tab or a window in the background still shows it. */
function useTab({ today, overdue }: Counts) {
  useEffect(() => {
    document.title = today > 0 ? `(${today}) ${words.app.name}` : words.app.name
    document.querySelector<HTMLLinkElement>('link[rel=icon]')?.setAttribute('href', favicon({ today, overdue }))
  }, [today, overdue])
}

/** Goes where a notification, the tray or a second start asks for. */
function useShown(newLead: () => void) {
  useEffect(() => {
    const show = ({ place, leadId }: Events['show']) => {
      if (place === 'quick-add') newLead()
      else navigate(place === 'lead' ? `/lead/${leadId}` : `/${place}`)
    }
    const asked = takePlace()
    if (asked) show(asked)
    return bridge.on('show', show)
  }, [newLead])
}

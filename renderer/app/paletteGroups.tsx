import { BookOpen, Building2, CalendarDays, Check, CircleHelp, DatabaseBackup, FileText, Handshake, Keyboard, Mail, Palette as PaletteIcon, Plus, Redo2, Send, Settings, SquareKanban, StickyNote, Undo2, Upload, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { MailingSummary } from '../../shared/api.ts'
import { beginsNearly, foldedWords } from '../../shared/fold.ts'
import type { Reader } from '../../shared/format.ts'
import { ledgerWords, questionWords } from '../../shared/strings/ledger-words.ts'
import { words } from '../../shared/strings/words.ts'
import { writing } from '../../shared/strings/writing-words.ts'
import { redo, runCommand, undo, useCall } from '../api.ts'
import { writeRecap } from '../touch/writeRecap.ts'
import { useAppActions, type AppActions } from '../ui/AppActions.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { useReader } from '../ui/Reader.tsx'
import { showToast } from '../ui/Toast.tsx'
import { useFound, useRecent } from './found.ts'

const say = words.palette

/** One line of the palette. */
export interface Choice {
  key: string
  label: string
  /** Beside the label: the company, the title, the place in a note. */
  about?: string
  aside?: ReactNode
  icon?: ReactNode
  /** The folded words that were found in it, to be marked; undefined for what was not searched. */
  found?: readonly string[]
  /** It asks for a lead first. */
  asksFor?: LeadMode
  run: () => void
}

/** What is done with a lead that is chosen here. */
export type LeadMode = 'recap' | 'promise' | 'question'
export type PaletteMode = 'all' | LeadMode

/** What each of them asks, and does with the answer. */
export const leadModes: Record<LeadMode, { who: string; run: (leadId: string, reader: Reader) => void }> = {
  recap: { who: say.recapWho, run: (leadId, reader) => void writeRecap(leadId, null, reader) },
  promise: { who: ledgerWords.addWho, run: (leadId) => navigate(`/lead/${leadId}/promise`) },
  question: { who: questionWords.addWho, run: (leadId) => navigate(`/lead/${leadId}/question`) },
}

export interface Group {
  title: string
  choices: Choice[]
}

export interface PaletteActions {
  newLead: () => void
  shortcuts: () => void
}

/** What can be done with messages: write one, begin to write to many, go on with what was begun. */
function messageActions({ compose, mail }: AppActions, mailings: readonly MailingSummary[]): Choice[] {
  const underWay = mailings.filter(({ endedAt }) => endedAt === null)
  return [
    { key: 'message', label: writing.message.writeTo, icon: <Mail aria-hidden />, run: () => compose({}) },
    { key: 'mail', label: writing.mailing.start, icon: <Send aria-hidden />, run: () => mail({}) },
    ...underWay.map(({ id, name, sent, skipped, of }) => ({
      key: `mailing:${id}`,
      label: writing.mailing.goOnNamed(name, writing.mailing.progress(String(sent + skipped), String(of))),
      icon: <Send aria-hidden />,
      run: () => navigate(`/mailing/${id}`),
    })),
  ]
}

/**
 * What the palette offers for a text: what was found, then what can be done; the leads opened last while it is empty.
 * While it asks for a lead, only leads.
 */
export function usePaletteGroups(text: string, mode: PaletteMode, actions: PaletteActions): { groups: Group[]; isReading: boolean; isAnswered: boolean } {
  const found = useFound(text)
  const recent = useRecent()
  const messages = messageActions(useAppActions(), useCall('getMailings', {}).data ?? [])
  const isEmpty = foldedWords(text).length === 0
  const groups: Group[] = []
  const reader = useReader()
  const open = mode === 'all' ? openLead : (id: string) => leadModes[mode].run(id, reader)

  if (isEmpty) {
    groups.push({
      title: say.recent,
      choices: recent.map(({ id, name, company, title }) => ({ key: `r:${id}`, label: name, about: about(name, company, title), icon: <SquareKanban aria-hidden />, run: () => open(id) })),
    })
  } else {
    if (mode === 'all') {
      groups.push({
        title: say.people,
        choices: found.people.map(({ contactId, name, company, role, leadIds, found: marks }) => ({
          key: `p:${contactId}`,
          label: name,
          about: about(name, company, role),
          aside: say.leadCount(leadIds.length),
          icon: <UserRound aria-hidden />,
          found: marks,
          run: () => openPerson(contactId, leadIds[0]),
        })),
      })
      groups.push({
        title: say.companies,
        choices: found.companies.map(({ company, contacts, found: marks }) => ({
          key: `c:${company}`,
          label: company,
          aside: say.personCount(contacts),
          icon: <Building2 aria-hidden />,
          found: marks,
          run: () => navigate(`/people/find/${encodeURIComponent(company)}`),
        })),
      })
    }
    groups.push({
      title: say.leads,
      choices: found.leads.map(({ leadId, name, company, title, stage, found: marks }) => ({ key: `l:${leadId}`, label: name, about: about(name, company, title), aside: stage, icon: <SquareKanban aria-hidden />, found: marks, run: () => open(leadId) })),
    })
    if (mode === 'all') {
      groups.push({
        title: say.notes,
        choices: found.notes.map(({ contactId, leadId, name, excerpt, found: marks }) => ({ key: `n:${contactId}:${excerpt}`, label: name, about: excerpt, icon: <StickyNote aria-hidden />, found: marks, run: () => openPerson(contactId, leadId ?? undefined) })),
      })
    }
  }
  if (mode === 'all') groups.push({ title: say.actions, choices: actionsFor(text, actions, messages) })
  return { groups: groups.filter(({ choices }) => choices.length > 0), isReading: !isEmpty && !found.complete, isAnswered: found.of === text }
}

function about(name: string, company: string, more: string): string {
  return [company === name ? '' : company, more].filter((part) => part !== '').join(' · ')
}

function openLead(id: string) {
  navigate(`/lead/${id}`)
}

/** The newest lead is where everything about a person is; without one there is a page of theirs. */
function openPerson(contactId: string, leadId: string | undefined) {
  navigate(leadId === undefined ? `/people/person/${contactId}` : `/lead/${leadId}`)
}

async function makeBackup() {
  const reply = await runCommand('makeBackup', {})
  if (reply.ok) showToast({ message: words.settings.backupMade })
}

/** The actions with all words of the text in their name; each word may be a beginning, and, where none has it, mistyped. */
function actionsFor(text: string, { newLead, shortcuts }: PaletteActions, messages: readonly Choice[]): Choice[] {
  const typed = foldedWords(text)
  const actions = allActions(newLead, shortcuts, messages).map((action) => ({ action, named: foldedWords(action.label) }))
  const named = (begins: (name: string, word: string) => boolean) =>
    actions.filter((one) => typed.every((word) => one.named.some((name) => begins(name, word)))).map(({ action }) => action)
  const exact = named((name, word) => name.startsWith(word))
  return exact.length > 0 ? exact : named(beginsNearly)
}

function allActions(newLead: () => void, shortcuts: () => void, messages: readonly Choice[]): Choice[] {
  const go = (path: string, name: string, icon: ReactNode, keys?: string): Choice => ({ key: path, label: say.goTo(name), icon, run: () => navigate(path), ...(keys !== undefined && { aside: <Keys keys={keys} /> }) })
  return [
    { key: 'new-lead', label: words.app.newLead, icon: <Plus aria-hidden />, aside: <Keys keys="N" />, run: newLead },
    { key: 'recap-for', label: say.recapFor, icon: <FileText aria-hidden />, asksFor: 'recap', run: () => {} },
    { key: 'promise-for', label: ledgerWords.addNamed, icon: <Handshake aria-hidden />, asksFor: 'promise', run: () => {} },
    { key: 'question-of', label: questionWords.addNamed, icon: <CircleHelp aria-hidden />, asksFor: 'question', run: () => {} },
    ...messages,
    go('/today', words.app.today, <Check aria-hidden />, 'G T'),
    go('/board', words.app.board, <SquareKanban aria-hidden />, 'G B'),
    go('/calendar', words.calendar.title, <CalendarDays aria-hidden />, 'G C'),
    go('/people', words.app.people, <UserRound aria-hidden />, 'G P'),
    go('/playbook', words.app.playbook, <BookOpen aria-hidden />, 'G K'),
    go('/recaps', words.app.recaps, <FileText aria-hidden />, 'G R'),
    go('/promises', words.promises.title, <Handshake aria-hidden />, 'G O'),
    go('/settings', words.app.settings, <Settings aria-hidden />),
    { key: 'undo', label: words.app.undo, icon: <Undo2 aria-hidden />, run: () => void undo(null) },
    { key: 'redo', label: words.app.redo, icon: <Redo2 aria-hidden />, run: () => void redo() },
    { key: 'import', label: say.import, icon: <Upload aria-hidden />, run: () => navigate('/people/import') },
    { key: 'backup', label: say.backup, icon: <DatabaseBackup aria-hidden />, run: () => void makeBackup() },
    ...(['system', 'light', 'dark'] as const).map((theme) => ({
      key: `theme-${theme}`,
      label: say.theme(words.settings.themes[theme]),
      icon: <PaletteIcon aria-hidden />,
      run: () => void runCommand('changeSettings', { theme }),
    })),
    { key: 'shortcuts', label: words.shortcuts.title, icon: <Keyboard aria-hidden />, aside: <Keys keys="?" />, run: shortcuts },
  ]
}

function Keys({ keys }: { keys: string }) {
  return keys.split(' ').map((key) => <Kbd key={key}>{key}</Kbd>)
}

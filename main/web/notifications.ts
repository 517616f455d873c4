import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { whenOver } from '../../shared/reminder.ts'
import { words } from '../../shared/strings/words.ts'
import type { Core, Log, ReminderNotification } from '../core/core.ts'
import { answerReminder, asMarkup } from '../core/reminder-answers.ts'

export interface Notifier {
  /** Whether the desktop shows reminders, as far as is known: it has what it takes, and showed the latest one. */
  works(): boolean
  /** Shows a reminder until its touches are dealt with; what is chosen on it goes to `core`. Never throws. */
  show(reminder: ReminderNotification, core: Core): void
  /** Takes away what is still shown: nobody would answer it any more. */
  stop(): void
}

/**
 * Reminders as notifications of the desktop, through `notify-send` (libnotify 0.7.9 or newer). Where there is none, as
 * on macOS and Windows, the page shows them, with its browser's notifications where these are allowed.
 */
export function createNotifier(log: Log): Notifier {
  const shown = new Set<ChildProcess>()
  const available = process.platform === 'linux' && isOnPath('notify-send')
  let works = available
  if (!available) log.info('reminders are shown by the page: there is no notify-send')

  return {
    works: () => works,
    show: (reminder, core) => {
      if (!available) return
      const child = spawn('notify-send', notifySendArguments(reminder), { stdio: ['ignore', 'pipe', 'ignore'] })
      whenOver(reminder, core, () => takeAway(child))
      let chosen = ''
      shown.add(child)
      child.stdout.setEncoding('utf8').on('data', (text: string) => (chosen += text))
      child.on('error', (error) => {
        shown.delete(child)
        works = false
        log.error('notify-send cannot be run; the page shows the reminder', error)
      })
      child.on('close', (code) => {
        shown.delete(child)
        works = code === 0 || code === null
        if (!works) log.error(`notify-send ended with code ${code}; the page shows the reminder`)
        const answer = answers[chosen.trim()]
        if (answer) void answerReminder(core, reminder, answer, log)
      })
    },
    stop: () => shown.forEach(takeAway),
  }
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, program)))
}

/** notify-send takes its notification away on SIGINT. */
function takeAway(child: ChildProcess) {
  child.kill('SIGINT')
}

const answers: Record<string, 'done' | 'snooze' | 'open'> = { done: 'done', snooze: 'snooze', default: 'open' }

function notifySendArguments(reminder: ReminderNotification): string[] {
  const { done, snooze, open } = words.reminders
  // A click on the notification itself comes back as the action named "default".
  const actions = reminder.touches.length === 1 ? [`default=${open}`, `done=${done}`, `snooze=${snooze}`] : [`default=${open}`]
  return [
    `--app-name=${words.app.name}`,
    ...(reminder.silent ? ['--hint=boolean:suppress-sound:true'] : []),
    ...actions.flatMap((action) => ['--action', action]),
    '--',
    reminder.title,
    asMarkup(reminder.body),
  ]
}

import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { Message, sessionBus, type MessageBus } from '@jellybrick/dbus-next'
import { onTestFinished } from 'vitest'

/** True when a program is on this system's path. */
export function hasProgram(name: string): boolean {
  return spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined
}

/** A notification as the desktop gets it. */
export interface Received {
  id: number
  appName: string
  title: string
  body: string
  /** The keys and the words of the buttons. */
  actions: Record<string, string>
}

/** Stands in for the desktop, with a person who can be told what to choose. */
export interface NotificationService {
  readonly received: Received[]
  /** The notifications that were taken back. */
  readonly closed: number[]
  /** The person presses a button; as on a real desktop, that also takes the notification away. */
  choose(id: number, key: string): void
}

const serviceName = 'org.freedesktop.Notifications'
const servicePath = '/org/freedesktop/Notifications'

/**
 * A session bus of its own, for the programs that this process starts, with the service on it that shows notifications
 * (Desktop Notifications Specification 1.2). Both are gone after the test.
 */
export async function startNotificationService(): Promise<NotificationService> {
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const [line] = (await once(daemon.stdout.setEncoding('utf8'), 'data')) as [string]
  const before = process.env['DBUS_SESSION_BUS_ADDRESS']
  process.env['DBUS_SESSION_BUS_ADDRESS'] = line.trim()

  const bus = sessionBus({ busAddress: line.trim() })
  const service = serveNotifications(bus)
  await bus.requestName(serviceName, 0)
  onTestFinished(() => {
    bus.disconnect()
    daemon.kill()
    if (before === undefined) delete process.env['DBUS_SESSION_BUS_ADDRESS']
    else process.env['DBUS_SESSION_BUS_ADDRESS'] = before
  })
  return service
}

function serveNotifications(bus: MessageBus): NotificationService {
  const received: Received[] = []
  const closed: number[] = []
  const signal = (name: string, signature: string, body: unknown[]) => {
    bus.send(Message.newSignal(servicePath, serviceName, name, signature, body))
  }
  const answers: Record<string, (body: unknown[]) => [signature: string, body: unknown[]]> = {
    GetCapabilities: () => ['as', [['actions', 'body', 'body-markup']]],
    GetServerInformation: () => ['ssss', ['stand-in', 'Followthrough tests', '1', '1.2']],
    Notify: ([appName, , , title, body, actions]) => {
      received.push({ id: received.length + 1, appName, title, body, actions: pairs(actions as string[]) } as Received)
      return ['u', [received.length]]
    },
    CloseNotification: ([id]) => {
      closed.push(Number(id))
      signal('NotificationClosed', 'uu', [id, 3])
      return ['', []]
    },
  }
  bus.addMethodHandler((message) => {
    const answer = message.interface === serviceName ? answers[message.member ?? ''] : undefined
    if (answer) bus.send(Message.newMethodReturn(message, ...answer(message.body)))
    return answer !== undefined
  })
  return {
    received,
    closed,
    choose: (id, key) => {
      signal('ActionInvoked', 'us', [id, key])
      signal('NotificationClosed', 'uu', [id, 2])
    },
  }
}

/** Keys and words come as one list, in turn. */
function pairs(list: string[]): Record<string, string> {
  return Object.fromEntries(list.flatMap((key, index) => (index % 2 === 0 ? [[key, list[index + 1] ?? '']] : [])))
}

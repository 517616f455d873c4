import { Kbd } from './Kbd.tsx'
import styles from './KeyHelp.module.css'

const isMac = /mac/i.test(navigator.userAgent)

/** What the keys of a screen do, in a line below what they work on. */
export function KeyHelp({ help }: { help: readonly { keys: readonly string[]; does: string }[] }) {
  return (
    <p className={styles.help}>
      {help.map(({ keys, does }) => (
        <span key={does}>
          {keys.map((key) => (
            <Kbd key={key}>{isMac && key === 'Ctrl' ? '⌘' : key}</Kbd>
          ))}{' '}
          {does}
        </span>
      ))}
    </p>
  )
}

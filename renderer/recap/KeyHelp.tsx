import { composerWords } from '../../shared/strings/composer-words.ts'
import { Kbd } from '../ui/Kbd.tsx'
import styles from './KeyHelp.module.css'

const isMac = /mac/i.test(navigator.userAgent)

/** The keys of the composer, in one line below its slots. */
export function KeyHelp() {
  return (
    <p className={styles.help}>
      {composerWords.keyHelp.map(({ keys, does }) => (
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

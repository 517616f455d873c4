import styles from './Kbd.module.css'

/** A key, or keys pressed together, as on the keyboard. */
export function Kbd({ children }: { children: string }) {
  return <kbd className={styles.key}>{children}</kbd>
}

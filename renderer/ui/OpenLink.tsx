import { Copy, ExternalLink } from 'lucide-react'
import { linkTarget } from '../../shared/contact.ts'
import { words } from '../../shared/strings/words.ts'
import { IconButton } from './Button.tsx'
import styles from './OpenLink.module.css'
import { showToast } from './Toast.tsx'

/** Opens a web or mail address outside, on a click only; a path of a file is copied, since a page may open no files. */
export function OpenLink({ address }: { address: string }) {
  const target = linkTarget(address)
  if (target === null) return null
  if (target.kind === 'outside') {
    return (
      <a className={styles.open} href={target.href} target="_blank" rel="noopener noreferrer" aria-label={words.lead.openLink(address)} title={target.href}>
        <ExternalLink aria-hidden />
      </a>
    )
  }
  const copy = async () => {
    const copied = await navigator.clipboard.writeText(target.path).then(
      () => true,
      () => false,
    )
    showToast(copied ? { message: words.lead.pathCopied } : { message: words.lead.copyFailed, tone: 'error' })
  }
  return <IconButton label={words.lead.copyPath(address)} icon={<Copy />} size="small" onPress={() => void copy()} />
}

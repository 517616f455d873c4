import { ArrowRightLeft, ListOrdered, Send, Trash2, X } from 'lucide-react'
import { words } from '../../shared/strings/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import styles from './SelectionBar.module.css'

export interface SelectionBarProps {
  count: number
  onMove: () => void
  onEnrol: () => void
  onMail: () => void
  onDelete: () => void
  onClear: () => void
}

/** What can be done with the selected cards, above the foot of the board. */
export function SelectionBar({ count, onMove, onEnrol, onMail, onDelete, onClear }: SelectionBarProps) {
  return (
    <section className={styles.bar} aria-label={words.board.selection}>
      <output className={styles.count}>{words.board.selectedCount(count)}</output>
      <span data-move-selected>
        <Button size="small" icon={<ArrowRightLeft aria-hidden />} onPress={onMove} aria-haspopup="menu">
          {words.board.moveTo}
        </Button>
      </span>
      <Button size="small" icon={<ListOrdered aria-hidden />} onPress={onEnrol} aria-keyshortcuts="C">
        {words.enrol.button}
      </Button>
      <Button size="small" icon={<Send aria-hidden />} onPress={onMail}>
        {words.messages.toEach}
      </Button>
      <Button size="small" icon={<Trash2 aria-hidden />} onPress={onDelete}>
        {words.board.deleteSelected}
      </Button>
      <IconButton size="small" label={words.board.clearSelection} icon={<X aria-hidden />} keys={words.shortcuts.escape} onPress={onClear} />
    </section>
  )
}

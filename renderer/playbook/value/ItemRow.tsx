import { Archive, ArchiveRestore, EllipsisVertical, Pencil, Trash2, TriangleAlert } from 'lucide-react'
import type { LibraryItem } from '../../../shared/api.ts'
import { localDateAt, type LocalDate } from '../../../shared/dates.ts'
import { percent, shortDate, wholeNumber, type Reader } from '../../../shared/format.ts'
import { libraryWords } from '../../../shared/strings/library-words.ts'
import { isPastBest } from '../../../shared/value.ts'
import { fewestForShare, replyDays } from '../../../shared/value-figures.ts'
import { runCommand } from '../../api.ts'
import { IconButton } from '../../ui/Button.tsx'
import { CardActions, CardButton, CardRow } from '../../ui/CardList.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Menu, type MenuChoice } from '../../ui/Menu.tsx'
import { OpenLink } from '../../ui/OpenLink.tsx'
import { useReader } from '../../ui/Reader.tsx'
import { ValueIcon } from '../../ui/ValueIcon.tsx'
import styles from './ItemRow.module.css'

const say = libraryWords

/** One item of the library: what it is, whether it still holds, and what became of giving it. */
export function ItemRow({ item, today, onEdit }: { item: LibraryItem; today: LocalDate; onEdit: () => void }) {
  const reader = useReader()
  const { kind, title, url, summary, tags, industries, bestBefore } = item
  const marks = [...tags, ...industries]
  return (
    <CardRow className={styles.row}>
      <span className={styles.icon}>
        <ValueIcon kind={kind} />
      </span>
      <div className={styles.words}>
        <div className={styles.head}>
          <h2 className={styles.title} dir="auto">
            <CardButton onPress={onEdit}>{title}</CardButton>
          </h2>
          {isPastBest(item, today) && bestBefore !== null && (
            <Chip tone="late" icon={<TriangleAlert aria-hidden />}>
              {say.past(shortDate(bestBefore, reader))}
            </Chip>
          )}
        </div>
        {summary !== '' && (
          <p className={styles.summary} dir="auto">
            {summary}
          </p>
        )}
        <p className={styles.facts}>
          <span>{say.kinds[kind]}</span>
          {marks.length > 0 && <span dir="auto">{marks.join(', ')}</span>}
          {bestBefore !== null && !isPastBest(item, today) && <span>{say.bestBeforeOn(shortDate(bestBefore, reader))}</span>}
          {figures(item, reader).map((figure) => (
            <span key={figure}>{figure}</span>
          ))}
        </p>
      </div>
      <CardActions>
        {url !== '' && <OpenLink address={url} />}
        <ItemMenu item={item} onEdit={onEdit} />
      </CardActions>
    </CardRow>
  )
}

/** What became of giving it, each with the counts that it rests on (practice P21). */
function figures({ given, people, answered, of, lastGiven }: LibraryItem, reader: Reader): string[] {
  if (lastGiven === null) return [say.neverGiven]
  const write = (count: number) => wholeNumber(count, reader.locale)
  const last = shortDate(localDateAt(Date.parse(lastGiven), reader.zone), reader)
  const share = of < fewestForShare ? null : percent(answered / of, reader.locale)
  return [say.given(given, write(given), people, write(people), last), of === 0 ? say.tooEarly : say.answered(write(answered), write(of), replyDays, share)]
}

function ItemMenu({ item: { id, title, archivedAt, used }, onEdit }: { item: LibraryItem; onEdit: () => void }) {
  const act: Record<string, () => void> = {
    edit: onEdit,
    archive: () => void runCommand('archiveValueItem', { id }, { said: say.archived(title) }),
    restore: () => void runCommand('restoreValueItem', { id }, { said: say.restored(title) }),
    delete: () => void runCommand('deleteValueItem', { id }, { said: say.deleted(title) }),
  }
  const choices: MenuChoice[] = [
    { id: 'edit', label: say.edit, icon: <Pencil aria-hidden /> },
    archivedAt === null ? { id: 'archive', label: say.archive, icon: <Archive aria-hidden /> } : { id: 'restore', label: say.restore, icon: <ArchiveRestore aria-hidden /> },
    // What somebody got stays known; it can only be archived.
    ...(used ? [] : [{ id: 'delete', label: say.delete, icon: <Trash2 aria-hidden />, danger: true }]),
  ]
  return <Menu trigger={<IconButton size="small" label={say.more(title)} icon={<EllipsisVertical />} />} label={say.more(title)} choices={choices} onChoose={(choice) => act[choice]?.()} />
}

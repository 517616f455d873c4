import { ClipboardPaste, Gift, Plus, Search } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import type { LibraryItem } from '../../../shared/api.ts'
import { localDateAt } from '../../../shared/dates.ts'
import { wholeNumber } from '../../../shared/format.ts'
import { libraryWords } from '../../../shared/strings/library-words.ts'
import type { ValueKind } from '../../../shared/value.ts'
import { replyDays } from '../../../shared/value-figures.ts'
import { useCall } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { CardList } from '../../ui/CardList.tsx'
import { isCovered, isTyping } from '../../ui/keys.ts'
import { useReader } from '../../ui/Reader.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Select } from '../../ui/Select.tsx'
import { EmptyState, ErrorState, Spinner } from '../../ui/States.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ValueIcon } from '../../ui/ValueIcon.tsx'
import { PlaybookBar } from '../PlaybookBar.tsx'
import { filterItems, type Shown, type ValueFilter } from './filter.ts'
import { ItemDialog } from './ItemDialog.tsx'
import { ItemRow } from './ItemRow.tsx'
import { PasteDialog } from './PasteDialog.tsx'
import styles from './ValueLibrary.module.css'

const say = libraryWords

/** What is open over the list: an item to change, a new one, or a paste with the text it begins with. */
type Open = { kind: 'item'; item: LibraryItem | null } | { kind: 'paste'; text: string }

/** What there is worth giving, and what became of giving it (practice P7). */
export function ValueLibrary() {
  const items = useCall('getValueItems', {})
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  usePaste((text) => setOpen({ kind: 'paste', text }))
  if (!items.data) {
    return (
      <>
        <PlaybookBar part="value" />
        {items.isError ? <ErrorState message={items.error.message} onRetry={() => void items.refetch()} /> : <Spinner />}
      </>
    )
  }
  const isEmpty = items.data.length === 0
  const paste = (
    <Button kind={isEmpty ? 'primary' : 'secondary'} icon={<ClipboardPaste aria-hidden />} aria-label={say.paste} onPress={() => setOpen({ kind: 'paste', text: '' })}>
      <span className={styles.action}>{say.paste}</span>
    </Button>
  )
  const add = (
    <Button icon={<Plus aria-hidden />} aria-label={say.add} onPress={() => setOpen({ kind: 'item', item: null })}>
      <span className={styles.action}>{say.add}</span>
    </Button>
  )
  return (
    <>
      <PlaybookBar part="value" actions={!isEmpty && <>{paste}{add}</>} />
      {isEmpty ? (
        <EmptyState icon={<Gift />} title={say.emptyTitle} actions={<>{paste}{add}</>}>
          {say.emptyBody}
        </EmptyState>
      ) : (
        <Library items={items.data} onEdit={(item) => setOpen({ kind: 'item', item })} />
      )}
      {open?.kind === 'item' && <ItemDialog item={open.item} items={items.data} onClose={close} />}
      {open?.kind === 'paste' && <PasteDialog start={open.text} onClose={close} />}
    </>
  )
}

const kinds = [{ id: '' as const, label: say.anyKind }, ...(Object.keys(say.kinds) as ValueKind[]).map((id) => ({ id, label: say.kinds[id], icon: <ValueIcon kind={id} /> }))]

function Library({ items, onEdit }: { items: readonly LibraryItem[]; onEdit: (item: LibraryItem) => void }) {
  const reader = useReader()
  const [filter, setFilter] = useState<ValueFilter>({ text: '', kind: null, shown: 'used' })
  const today = localDateAt(reader.now, reader.zone)
  const found = filterItems(items, filter, today)
  const past = filterItems(items, { text: '', kind: null, shown: 'past' }, today).length
  const shownOptions = (Object.keys(say.shown) as Shown[]).map((id) => ({ id, label: id === 'past' && past > 0 ? say.shownCount(say.shown[id], wholeNumber(past, reader.locale)) : say.shown[id] }))
  const isNarrowed = filter.text.trim() !== '' || filter.kind !== null
  return (
    <div className={styles.screen}>
      <div className={styles.tools}>
        <div className={styles.search}>
          <TextField label={say.search} hideLabel placeholder={say.search} type="search" autoComplete="off" before={<Search aria-hidden />} value={filter.text} onChange={(text) => setFilter({ ...filter, text })} />
        </div>
        <div className={styles.kind}>
          <Select<ValueKind | ''> label={say.kind} hideLabel options={kinds} value={filter.kind ?? ''} onChange={(kind) => setFilter({ ...filter, kind: kind === '' ? null : kind })} />
        </div>
        <Segmented<Shown> label={say.shownLabel} options={shownOptions} value={filter.shown} onChange={(shown) => setFilter({ ...filter, shown })} />
        <output className={styles.count}>{say.count(found.length, wholeNumber(found.length, reader.locale))}</output>
      </div>
      {found.length === 0 ? (
        <div className={styles.none}>
          <p>{isNarrowed ? say.noneFound : say.none[filter.shown]}</p>
          {isNarrowed && (
            <Button size="small" onPress={() => setFilter({ ...filter, text: '', kind: null })}>
              {say.clear}
            </Button>
          )}
        </div>
      ) : (
        <CardList label={say.title}>
          {found.map((item) => (
            <ItemRow key={item.id} item={item} today={today} onEdit={() => onEdit(item)} />
          ))}
        </CardList>
      )}
      {items.some(({ given }) => given > 0) && <p className={styles.hint}>{say.figuresHint(replyDays)}</p>}
    </div>
  )
}

/** What is pasted onto the screen, and into no field of it, is taken for items. */
function usePaste(onText: (text: string) => void): void {
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (text.trim() === '' || isTyping(event.target) || isCovered()) return
    event.preventDefault()
    onText(text)
  })
  useEffect(() => {
    const listener = (event: ClipboardEvent) => onPaste(event)
    window.addEventListener('paste', listener)
    return () => window.removeEventListener('paste', listener)
  }, [])
}

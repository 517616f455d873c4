import { useVirtualizer } from '@tanstack/react-virtual'
import { CircleSlash, Pencil, Send } from 'lucide-react'
import { useRef } from 'react'
import type { CallOutput } from '../../../shared/api.ts'
import { wholeNumber } from '../../../shared/format.ts'
import { writing } from '../../../shared/strings/writing-words.ts'
import { Chip } from '../../ui/Chip.tsx'
import { useReader } from '../../ui/Reader.tsx'
import styles from './MailingPreview.module.css'

const say = writing.mailing
const rowHeight = 35

type Preview = CallOutput<'previewMailing'>

/** Who gets it and what is left to fill in for them, after those who do not, each with the reason. */
export function MailingPreview({ preview: { going, leftOut } }: { preview: Preview }) {
  const { locale } = useReader()
  const toFill = going.filter((one) => one.toFill.length > 0).length
  return (
    <section className={styles.preview} aria-label={say.who}>
      <output className={styles.summary}>
        {going.length > 0 && (
          <Chip tone="ok" icon={<Send aria-hidden />}>
            {say.going(going.length, wholeNumber(going.length, locale))}
          </Chip>
        )}
        {leftOut.length > 0 && <Chip icon={<CircleSlash aria-hidden />}>{say.leftOutCount(wholeNumber(leftOut.length, locale))}</Chip>}
        {toFill > 0 && (
          <Chip tone="today" icon={<Pencil aria-hidden />}>
            {say.toFillCount(wholeNumber(toFill, locale))}
          </Chip>
        )}
      </output>
      <Rows going={going} leftOut={leftOut} />
    </section>
  )
}

/** Of a long list only what is in sight is drawn. */
function Rows({ going, leftOut }: Preview) {
  const scroller = useRef<HTMLDivElement>(null)
  const rows: readonly (Preview['going'][number] | Preview['leftOut'][number])[] = [...leftOut, ...going]
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 10 })
  return (
    <div className={styles.scroller} ref={scroller}>
      <ul className={styles.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          return (
            row && (
              <li key={row.leadId} className={styles.row} style={{ transform: `translateY(${start}px)`, height: rowHeight }} aria-setsize={rows.length} aria-posinset={index + 1}>
                {'bar' in row ? <CircleSlash aria-hidden /> : <Send aria-hidden />}
                <span className={styles.name} dir="auto">
                  {row.name}
                </span>
                <span className={styles.about}>{'bar' in row ? say.barred[row.bar] : row.toFill.length > 0 ? say.toFill(writing.message.and(row.toFill)) : row.company}</span>
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}

import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { defaultRangeExtractor, useVirtualizer, type Range, type Virtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { Board, BoardCard } from '../../shared/api.ts'
import { compactMoney, fullMoney, wholeNumber } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { classes } from '../ui/classes.ts'
import { useReader } from '../ui/Reader.tsx'
import { Card } from './Card.tsx'
import { cardGap, cardHeight, columnPadding } from './cardLayout.ts'
import styles from './Columns.module.css'

export type BoardStage = Board['stages'][number]

export interface ColumnProps {
  stage: BoardStage
  cards: readonly BoardCard[]
  /** The one card of the board that Tab comes to, when it is in this column. */
  activeId: string | null
  /** The card that the keyboard has lifted, when it is in this column. */
  carriedId: string | null
  /** A card of this column to give the focus to; a new object each time. */
  focus: { id: string } | null
}

/** One stage: its name, count and sums, and its cards, of which only those in sight are drawn. */
export const Column = memo(function Column({ stage, cards, activeId, carriedId, focus }: ColumnProps) {
  const { now } = useReader()
  const column = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const activeIndex = activeId === null ? -1 : cards.findIndex((card) => card.id === activeId)

  const virtualizer = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => cardHeight(cards[index] as BoardCard, stage.kind, now) + cardGap,
    getItemKey: useCallback((index: number) => cards[index]?.id ?? index, [cards]),
    paddingStart: columnPadding,
    paddingEnd: columnPadding - cardGap,
    overscan: 3,
    // The active card stays drawn wherever the column is scrolled to, so that the focus in it is never lost.
    rangeExtractor: useCallback((range: Range) => withIndex(defaultRangeExtractor(range), activeIndex), [activeIndex]),
  })

  const drawn = virtualizer.getVirtualItems()
  useFocusedCard(focus, cards, drawn.length > 0, virtualizer, list)
  const drop = useDropPlace(column, list, stage.id, cards, virtualizer)
  const lineAt = drop === null ? null : (virtualizer.measurementsCache[drop]?.start ?? virtualizer.getTotalSize() + cardGap - columnPadding) - cardGap / 2

  return (
    <div ref={column} className={classes(styles.column, drop !== null && styles.target)} data-column>
      <ColumnHead stage={stage} />
      <div ref={scroller} className={styles.ground} data-column-scroller>
        <ul ref={list} className={styles.list} aria-label={stage.name} style={{ height: virtualizer.getTotalSize() }}>
          {drawn.map(({ index, start, size }) => {
            const card = cards[index]
            return (
              card && (
                <Card
                  key={card.id}
                  card={card}
                  kind={stage.kind}
                  top={start}
                  height={size - cardGap}
                  place={index + 1}
                  count={cards.length}
                  isActive={card.id === activeId}
                  isCarried={card.id === carriedId}
                />
              )
            )
          })}
        </ul>
        {lineAt !== null && <div className={styles.line} style={{ transform: `translateY(${lineAt}px)` }} />}
      </div>
    </div>
  )
})

function ColumnHead({ stage }: { stage: BoardStage }) {
  const { locale } = useReader()
  return (
    <header className={styles.head}>
      <h2 className={styles.stage} title={stage.name} aria-label={words.board.columnFacts(stage.name, stage.count)}>
        {stage.name}
      </h2>
      <span className={styles.count} aria-hidden>
        {wholeNumber(stage.count, locale)}
      </span>
      <span className={styles.sums} title={stage.sums.map((sum) => fullMoney(sum, locale)).join(' · ')}>
        {stage.sums.map((sum) => compactMoney(sum, locale)).join(' · ')}
      </span>
    </header>
  )
}

type CardVirtualizer = Virtualizer<HTMLDivElement, Element>

function withIndex(indexes: number[], index: number): number[] {
  return index < 0 || indexes.includes(index) ? indexes : [...indexes, index].toSorted((a, b) => a - b)
}

/** Scrolls to the card that is to have the focus and gives it, also after a lifted card has changed its place. */
function useFocusedCard(
  focus: ColumnProps['focus'],
  cards: readonly BoardCard[],
  isDrawn: boolean,
  virtualizer: CardVirtualizer,
  list: RefObject<HTMLUListElement | null>,
) {
  const given = useRef<ColumnProps['focus']>(null)
  useLayoutEffect(() => {
    // Once for each time it is asked for: later changes to the column must not take the focus from elsewhere.
    const index = focus && isDrawn && given.current !== focus ? cards.findIndex((card) => card.id === focus.id) : -1
    if (!focus || index < 0) return
    given.current = focus
    virtualizer.scrollToIndex(index, { align: 'auto' })
    list.current?.querySelector<HTMLElement>(`[data-lead="${CSS.escape(focus.id)}"]`)?.focus({ preventScroll: true })
    list.current?.closest('[data-column]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [focus, cards, isDrawn, virtualizer, list])
}

/**
 * The place in this column before which a dragged card would land, as an index; null while none is over it. The column
 * as a whole is the drop target: the place follows from the pointer's height, so that cards need no listeners.
 */
function useDropPlace(
  column: RefObject<HTMLElement | null>,
  list: RefObject<HTMLUListElement | null>,
  stageId: string,
  cards: readonly BoardCard[],
  virtualizer: CardVirtualizer,
): number | null {
  const [place, setPlace] = useState<number | null>(null)
  const latest = useRef(cards)
  useEffect(() => {
    latest.current = cards
  }, [cards])
  useEffect(() => {
    const element = column.current
    if (!element) return
    const placeAt = (y: number) => {
      const offset = y - (list.current?.getBoundingClientRect().top ?? 0)
      const item = latest.current.length === 0 ? undefined : virtualizer.getVirtualItemForOffset(offset)
      return item ? item.index + (offset > item.start + item.size / 2 ? 1 : 0) : 0
    }
    return dropTargetForElements({
      element,
      getData: ({ input }) => {
        const index = placeAt(input.clientY)
        return { stageId, index, before: latest.current[index]?.id ?? null }
      },
      onDrag: ({ self }) => setPlace(self.data.index as number),
      onDragEnter: ({ self }) => setPlace(self.data.index as number),
      onDragLeave: () => setPlace(null),
      onDrop: () => setPlace(null),
    })
  }, [column, list, stageId, virtualizer])
  return place
}

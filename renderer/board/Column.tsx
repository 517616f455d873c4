import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { defaultRangeExtractor, useVirtualizer, type Range, type Virtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { BoardCard } from '../../shared/api.ts'
import type { BoardColumn } from '../../shared/board-columns.ts'
import type { Id } from '../../shared/id.ts'
import { dateIn, type Moment, type TimeGroup } from '../../shared/time-group.ts'
import { classes } from '../ui/classes.ts'
import { withIndex } from '../ui/withIndex.ts'
import { Card } from './Card.tsx'
import { cardGap, cardHeight, columnPadding, type StageOfCard } from './cardLayout.ts'
import { ColumnHead } from './ColumnHead.tsx'
import styles from './Columns.module.css'

export interface ColumnProps {
  column: BoardColumn
  /** What the cards need to know of their stages. */
  stages: ReadonlyMap<Id, StageOfCard>
  moment: Moment
  /** The one card of the board that Tab comes to, when it is in this column. */
  activeId: string | null
  /** The cards that are shown here before they really are, when there are any. */
  carried: ReadonlySet<Id>
  selected: ReadonlySet<Id>
  /** How many of its cards are drawn: none, those in sight, or some around them as well. */
  drawn: 'none' | 'seen' | 'around'
  /** A card of this column to give the focus to; a new object each time. */
  focus: { id: string } | null
}

/** One column: its name, count and sums, and its cards, of which only those in sight are drawn. */
export const Column = memo(function Column({ column, stages, moment, activeId, carried, selected, drawn, focus }: ColumnProps) {
  const { cards, name, stage } = column
  const element = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const activeIndex = activeId === null ? -1 : cards.findIndex((card) => card.id === activeId)
  const stageOf = (card: BoardCard) => stages.get(card.stageId) as StageOfCard
  const tellsStage = stage === null

  const virtualizer = useVirtualizer({
    count: drawn === 'none' ? 0 : cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => cardHeight(cards[index] as BoardCard, stageOf(cards[index] as BoardCard), moment, tellsStage) + cardGap,
    getItemKey: useCallback((index: number) => cards[index]?.id ?? index, [cards]),
    paddingStart: columnPadding,
    paddingEnd: columnPadding - cardGap,
    overscan: drawn === 'around' ? 3 : 0,
    // Until the column is there to be measured: it fills the window, but for what stands above it.
    initialRect: { width: 0, height: window.innerHeight - 150 },
    // The active card stays drawn wherever the column is scrolled to, so that the focus in it is never lost.
    rangeExtractor: useCallback((range: Range) => withIndex(defaultRangeExtractor(range), activeIndex), [activeIndex]),
  })
  // What a card says, and so its height, follows from its stage and the day as well.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, stages, moment.today])

  const items = virtualizer.getVirtualItems()
  useFocusedCard(focus, cards, items.length > 0, virtualizer, list)
  const drop = useDropPlace(element, list, column, virtualizer)
  const lineAt = drop === null || stage === null ? null : (virtualizer.measurementsCache[drop]?.start ?? virtualizer.getTotalSize() + cardGap - columnPadding) - cardGap / 2
  const takesDrops = stage !== null || dateIn(column.id as TimeGroup, moment.today) !== null

  return (
    <div ref={element} className={classes(styles.column, drop !== null && (takesDrops ? styles.target : styles.refusing))} data-column>
      <ColumnHead column={column} />
      <div ref={scroller} className={styles.ground} data-column-scroller>
        <ul ref={list} className={styles.list} aria-label={name} style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start, size }) => {
            const card = cards[index]
            return (
              card && (
                <Card
                  key={card.id}
                  card={card}
                  stage={stageOf(card)}
                  moment={moment}
                  tellsStage={tellsStage}
                  top={start}
                  height={size - cardGap}
                  place={index + 1}
                  count={cards.length}
                  isActive={card.id === activeId}
                  isCarried={carried.has(card.id)}
                  isSelected={selected.has(card.id)}
                  dragCount={selected.has(card.id) ? selected.size : 1}
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

type CardVirtualizer = Virtualizer<HTMLDivElement, Element>

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
  element: RefObject<HTMLElement | null>,
  list: RefObject<HTMLUListElement | null>,
  { id, stage, cards }: BoardColumn,
  virtualizer: CardVirtualizer,
): number | null {
  const [place, setPlace] = useState<number | null>(null)
  const isOrdered = stage !== null
  const latest = useRef(cards)
  useEffect(() => {
    latest.current = cards
  }, [cards])
  useEffect(() => {
    const target = element.current
    if (!target) return
    const placeAt = (y: number) => {
      const offset = y - (list.current?.getBoundingClientRect().top ?? 0)
      const item = latest.current.length === 0 ? undefined : virtualizer.getVirtualItemForOffset(offset)
      return item ? item.index + (offset > item.start + item.size / 2 ? 1 : 0) : 0
    }
    return dropTargetForElements({
      element: target,
      getData: ({ input }) => {
        const index = isOrdered ? placeAt(input.clientY) : 0
        return { columnId: id, index, before: isOrdered ? (latest.current[index]?.id ?? null) : null }
      },
      onDrag: ({ self }) => setPlace(self.data.index as number),
      onDragEnter: ({ self }) => setPlace(self.data.index as number),
      onDragLeave: () => setPlace(null),
      onDrop: () => setPlace(null),
    })
  }, [element, list, id, isOrdered, virtualizer])
  return place
}

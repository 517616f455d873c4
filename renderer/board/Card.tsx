import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview'
import { ArrowRightLeft, Check, Hourglass } from 'lucide-react'
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import type { BoardCard } from '../../shared/api.ts'
import { compactMoney, type Reader } from '../../shared/format.ts'
import { cardMayRest } from '../../shared/lead.ts'
import { words } from '../../shared/strings/words.ts'
import type { Moment } from '../../shared/time-group.ts'
import { classes } from '../ui/classes.ts'
import { NextTouch, nextTouchWords } from '../ui/NextTouch.tsx'
import { useReader } from '../ui/Reader.tsx'
import styles from './Card.module.css'
import { CardChips, chipWords } from './CardChips.tsx'
import { cardFacts, secondLine, type CardFacts, type StageOfCard } from './cardLayout.ts'

export interface CardProps {
  card: BoardCard
  stage: StageOfCard
  moment: Moment
  /** By time, a card tells its stage. */
  tellsStage: boolean
  /** Its distance from the top of the column and its height, in px. */
  top: number
  height: number
  place: number
  count: number
  /** Tab comes to this one card of the board. */
  isActive: boolean
  /** Lifted by keyboard, or waiting in its new place for an answer. */
  isCarried: boolean
  isSelected: boolean
  /** How many cards go along when this one is dragged, itself included. */
  dragCount: number
}

/** One lead on the board. Its column and the board handle its clicks and keys, so that thousands stay light. */
export const Card = memo(function Card({ card, stage, moment, tellsStage, top, height, place, count, isActive, isCarried, isSelected, dragCount }: CardProps) {
  const [element, setElement] = useState<HTMLLIElement | null>(null)
  const isDragged = useDraggable(element, card, dragCount)
  const tabIndex = isActive ? 0 : -1
  return (
    <li
      ref={setElement}
      className={classes(styles.card, isDragged && styles.dragged, isCarried && styles.carried, isSelected && styles.selected)}
      style={{ transform: `translateY(${top}px)`, height }}
      tabIndex={tabIndex}
      aria-label={useSpoken({ card, stage, moment, tellsStage, isSelected })}
      aria-describedby="board-instructions"
      aria-posinset={place}
      aria-setsize={count}
      data-lead={card.id}
    >
      <CardContent card={card} stage={stage} moment={moment} tellsStage={tellsStage} isActive={isActive} isSelected={isSelected} />
    </li>
  )
})

type CardContentProps = Pick<CardProps, 'card' | 'stage' | 'moment' | 'tellsStage' | 'isActive' | 'isSelected'>

/** What a card says, and its "Move to…" button; the same wherever the card stands, so that moving others does not draw it again. */
export const CardContent = memo(function CardContent({ card, stage, moment, tellsStage, isActive, isSelected }: CardContentProps) {
  const reader = useReader()
  const facts = cardFacts(card, stage, moment, tellsStage)
  const second = secondLine(card)
  return (
    <>
      <div className={styles.first}>
        {isSelected && <Check className={styles.tick} aria-hidden />}
        <span className={styles.name} title={card.name}>
          {card.name}
        </span>
        {card.value && <span className={styles.value}>{compactMoney(card.value, reader.locale)}</span>}
      </div>
      {second && (
        <div className={styles.second} title={[card.company, card.title].filter(Boolean).join(' · ')}>
          {second}
        </div>
      )}
      {(card.next !== null || !cardMayRest(stage, card)) && (
        <div className={styles.next}>
          <NextTouch touch={card.next} />
        </div>
      )}
      {facts.stale && (
        <div className={styles.stale} title={words.board.staleLong[facts.stale.next](facts.stale.days, stage.name)}>
          <Hourglass aria-hidden />
          <span>{words.board.stale[facts.stale.next](facts.stale.days)}</span>
        </div>
      )}
      <CardChips chips={facts.chips} />
      <button type="button" className={styles.move} tabIndex={isActive ? 0 : -1} aria-label={words.board.moveNamed(card.name)} aria-haspopup="menu" title={words.board.moveTo} data-move>
        <ArrowRightLeft aria-hidden />
      </button>
    </>
  )
})

/** What is read out of a card. */
export function useSpoken({ card, stage, moment, tellsStage, isSelected }: Omit<CardContentProps, 'isActive'>): string {
  const reader = useReader()
  return useMemo(() => spoken(card, stage, cardFacts(card, stage, moment, tellsStage), isSelected, reader), [card, stage, moment, tellsStage, isSelected, reader])
}

/** Everything the card shows, the person's name first. */
function spoken(card: BoardCard, stage: StageOfCard, { stale, chips }: CardFacts, isSelected: boolean, reader: Reader): string {
  return [
    card.name,
    isSelected && words.board.selected,
    card.value && compactMoney(card.value, reader.locale),
    card.company === card.name ? '' : card.company,
    card.title,
    (card.next !== null || !cardMayRest(stage, card)) && nextTouchWords(card.next, reader),
    stale && words.board.staleLong[stale.next](stale.days, stage.name),
    ...chips.map(chipWords),
  ]
    .filter(Boolean)
    .join(', ')
}

/** Lets the mouse drag the card; true while it does. */
function useDraggable(element: HTMLLIElement | null, card: BoardCard, count: number): boolean {
  const [isDragged, setDragged] = useState(false)
  const latest = useRef({ card, count })
  useEffect(() => {
    latest.current = { card, count }
  }, [card, count])
  useEffect(() => {
    if (!element) return
    return draggable({
      element,
      getInitialData: () => ({ card: latest.current.card }),
      onGenerateDragPreview: ({ nativeSetDragImage, location }) =>
        setCustomNativeDragPreview({
          nativeSetDragImage,
          // The pointer keeps the very spot of the card that it took hold of.
          getOffset: () => grip(element, location.current.input),
          render: ({ container }) => drawPreview(element, container, latest.current.count),
        }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    })
  }, [element])
  return isDragged
}

/** The room around the copy for its tilt and its shadow, in px. */
const previewMargin = 24

function grip(element: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }) {
  const { left, top } = element.getBoundingClientRect()
  return { x: clientX - left + previewMargin, y: clientY - top + previewMargin }
}

/** A tilted copy of the card, as the picture that follows the pointer; with the number of cards when it stands for several. */
function drawPreview(element: HTMLElement, container: HTMLElement, count: number) {
  const copy = element.cloneNode(true) as HTMLElement
  copy.classList.add(styles.preview ?? '')
  copy.style.transform = ''
  copy.style.width = `${element.offsetWidth}px`
  copy.style.margin = `${previewMargin}px`
  if (count > 1) {
    const badge = document.createElement('span')
    badge.className = styles.badge ?? ''
    badge.textContent = String(count)
    copy.append(badge)
  }
  container.append(copy)
}

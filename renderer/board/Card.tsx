import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview'
import { ArrowRightLeft, Clock, Zap } from 'lucide-react'
import { memo, useEffect, useRef, useState } from 'react'
import type { BoardCard } from '../../shared/api.ts'
import { compactMoney, type Reader } from '../../shared/format.ts'
import type { StageKind } from '../../shared/stage.ts'
import { words } from '../../shared/strings/words.ts'
import { Chip } from '../ui/Chip.tsx'
import { classes } from '../ui/classes.ts'
import { NextTouch, nextTouchWords } from '../ui/NextTouch.tsx'
import { useReader } from '../ui/Reader.tsx'
import styles from './Card.module.css'
import { cardFacts, secondLine, type CardFacts } from './cardLayout.ts'

export interface CardProps {
  card: BoardCard
  kind: StageKind
  /** Its distance from the top of the column and its height, in px. */
  top: number
  height: number
  place: number
  count: number
  /** Tab comes to this one card of the board. */
  isActive: boolean
  /** Lifted by keyboard. */
  isCarried: boolean
}

/** One lead on the board. Its column and the board handle its clicks and keys, so that thousands stay light. */
export const Card = memo(function Card({ card, kind, top, height, place, count, isActive, isCarried }: CardProps) {
  const reader = useReader()
  const [element, setElement] = useState<HTMLLIElement | null>(null)
  const isDragged = useDraggable(element, card)
  const facts = cardFacts(card, kind, reader.now)
  const second = secondLine(card)
  const tabIndex = isActive ? 0 : -1
  return (
    <li
      ref={setElement}
      className={classes(styles.card, isDragged && styles.dragged, isCarried && styles.carried)}
      style={{ transform: `translateY(${top}px)`, height }}
      tabIndex={tabIndex}
      aria-label={spoken(card, kind, facts, reader)}
      aria-describedby="board-instructions"
      aria-posinset={place}
      aria-setsize={count}
      data-lead={card.id}
    >
      <div className={styles.first}>
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
      {(card.next !== null || kind === 'open') && (
        <div className={styles.next}>
          <NextTouch touch={card.next} />
        </div>
      )}
      <Facts facts={facts} />
      <button type="button" className={styles.move} tabIndex={tabIndex} aria-label={words.board.moveNamed(card.name)} aria-haspopup="menu" title={words.board.moveTo} data-move>
        <ArrowRightLeft aria-hidden />
      </button>
    </li>
  )
})

/** The most labels that fit beside each other. */
const shownLabels = 2

function Facts({ facts: { days, inbound, labels } }: { facts: CardFacts }) {
  if (days === null && !inbound && labels.length === 0) return null
  const room = shownLabels - (days === null ? 0 : 1) - (inbound ? 1 : 0)
  const shown = labels.slice(0, Math.max(room, 0))
  const more = labels.slice(shown.length)
  return (
    <div className={styles.facts}>
      {inbound && (
        <Chip tone="accent" icon={<Zap aria-hidden />}>
          {words.board.inbound}
        </Chip>
      )}
      {days !== null && (
        <Chip icon={<Clock aria-hidden />} title={words.board.daysInStage(days)}>
          {words.board.days(days)}
        </Chip>
      )}
      {shown.map((label) => (
        <Chip key={label} title={label} shrinks>
          {label}
        </Chip>
      ))}
      {more.length > 0 && <Chip title={more.join(', ')}>{words.board.moreTags(more.length)}</Chip>}
    </div>
  )
}

/** Everything the card shows, the person's name first. */
function spoken(card: BoardCard, kind: StageKind, { days, inbound, labels }: CardFacts, reader: Reader): string {
  return [
    card.name,
    card.value && compactMoney(card.value, reader.locale),
    card.company === card.name ? '' : card.company,
    card.title,
    (card.next !== null || kind === 'open') && nextTouchWords(card.next, reader),
    inbound && words.board.inbound,
    days !== null && words.board.daysInStage(days),
    ...labels,
  ]
    .filter(Boolean)
    .join(', ')
}

/** Lets the mouse drag the card; true while it does. */
function useDraggable(element: HTMLLIElement | null, card: BoardCard): boolean {
  const [isDragged, setDragged] = useState(false)
  const latest = useRef(card)
  useEffect(() => {
    latest.current = card
  }, [card])
  useEffect(() => {
    if (!element) return
    return draggable({
      element,
      getInitialData: () => ({ card: latest.current }),
      onGenerateDragPreview: ({ nativeSetDragImage, location }) =>
        setCustomNativeDragPreview({
          nativeSetDragImage,
          // The pointer keeps the very spot of the card that it took hold of.
          getOffset: () => grip(element, location.current.input),
          render: ({ container }) => drawPreview(element, container),
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

/** A tilted copy of the card, as the picture that follows the pointer. */
function drawPreview(element: HTMLElement, container: HTMLElement) {
  const copy = element.cloneNode(true) as HTMLElement
  copy.classList.add(styles.preview ?? '')
  copy.style.transform = ''
  copy.style.width = `${element.offsetWidth}px`
  copy.style.margin = `${previewMargin}px`
  container.append(copy)
}

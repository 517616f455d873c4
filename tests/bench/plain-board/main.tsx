import '@fontsource-variable/inter'
import '../../../renderer/ui/tokens.css'
import '../../../renderer/ui/base.css'
import { DragDropContext, Draggable, Droppable, type DropResult } from '@hello-pangea/dnd'
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { CardChips } from '../../../renderer/board/CardChips.tsx'
import { cardFacts, secondLine } from '../../../renderer/board/cardLayout.ts'
import card from '../../../renderer/board/Card.module.css'
import columns from '../../../renderer/board/Columns.module.css'
import { NextTouch } from '../../../renderer/ui/NextTouch.tsx'
import { ReaderProvider, useReader } from '../../../renderer/ui/Reader.tsx'
import type { Board, BoardCard } from '../../../shared/api.ts'
import { compactMoney } from '../../../shared/format.ts'
import { momentAt } from '../../../shared/time-group.ts'

/*
 * The board as it is usually built: React and @hello-pangea/dnd, every card in the page. Its cards say and look the same
 * as ours, so that only the way of building differs; it gets its leads in one file, without a shell around it.
 */

type Stage = Board['stages'][number]

function PlainBoard() {
  const [board, setBoard] = useState<Board | null>(null)
  useEffect(() => {
    void fetch('./board.json')
      .then((response) => response.json())
      .then((loaded: Board) => setBoard(loaded))
  }, [])
  if (!board) return null
  const drop = ({ draggableId, destination }: DropResult) => {
    if (destination) setBoard({ ...board, cards: moved(board.cards, draggableId, destination.droppableId, destination.index) })
  }
  return (
    <DragDropContext onDragEnd={drop}>
      <div className={columns['columns']} style={{ height: '100vh' }}>
        {board.stages.map((stage) => (
          <Column key={stage.id} stage={stage} cards={board.cards.filter((lead) => lead.stageId === stage.id)} />
        ))}
      </div>
    </DragDropContext>
  )
}

function Column({ stage, cards }: { stage: Stage; cards: BoardCard[] }) {
  const { locale } = useReader()
  return (
    <div className={columns['column']}>
      <header className={columns['head']}>
        <h2 className={columns['stage']}>{stage.name}</h2>
        <span className={columns['count']}>{stage.count}</span>
        <span className={columns['sums']}>{stage.sums.map((sum) => compactMoney(sum, locale)).join(' · ')}</span>
      </header>
      <Droppable droppableId={stage.id}>
        {(droppable) => (
          <div ref={droppable.innerRef} {...droppable.droppableProps} className={columns['ground']}>
            {cards.map((lead, index) => (
              <Draggable key={lead.id} draggableId={lead.id} index={index}>
                {(draggable) => (
                  <div ref={draggable.innerRef} {...draggable.draggableProps} {...draggable.dragHandleProps} data-lead={lead.id}>
                    <Card lead={lead} stage={stage} />
                  </div>
                )}
              </Draggable>
            ))}
            {droppable.placeholder}
          </div>
        )}
      </Droppable>
    </div>
  )
}

function Card({ lead, stage }: { lead: BoardCard; stage: Stage }) {
  const { locale, now, zone } = useReader()
  const { chips } = cardFacts(lead, stage, momentAt(now, zone), false)
  return (
    <div className={card['card']} style={{ position: 'static', margin: 8 }}>
      <div className={card['first']}>
        <span className={card['name']}>{lead.name}</span>
        {lead.value && <span className={card['value']}>{compactMoney(lead.value, locale)}</span>}
      </div>
      <div className={card['second']}>{secondLine(lead)}</div>
      <div className={card['next']}>
        <NextTouch touch={lead.next} />
      </div>
      <div className={card['facts']}>
        <CardChips chips={chips} />
      </div>
    </div>
  )
}

function moved(cards: readonly BoardCard[], id: string, stageId: string, index: number): BoardCard[] {
  const lead = cards.find((other) => other.id === id)
  if (!lead) return [...cards]
  const others = cards.filter((other) => other.id !== id)
  const before = others.filter((other) => other.stageId === stageId)[index]
  return others.toSpliced(before ? others.indexOf(before) : others.length, 0, { ...lead, stageId })
}

const root = document.getElementById('board')
if (root)
  createRoot(root).render(
    <ReaderProvider zone="UTC">
      <PlainBoard />
    </ReaderProvider>,
  )

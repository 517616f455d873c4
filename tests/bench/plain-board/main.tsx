import { DragDropContext, Draggable, Droppable, type DropResult } from '@hello-pangea/dnd'
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { Board, BoardCard } from '../../../shared/api.ts'

/*
 * The board as it is usually built: React, @hello-pangea/dnd, every card in the page. It shows the same facts of a lead
 * as ours does, with next to no styling of its own.
 */

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
      {board.stages.map((stage) => (
        <Column key={stage.id} id={stage.id} name={stage.name} cards={board.cards.filter((card) => card.stageId === stage.id)} />
      ))}
    </DragDropContext>
  )
}

function Column({ id, name, cards }: { id: string; name: string; cards: BoardCard[] }) {
  return (
    <Droppable droppableId={id}>
      {(droppable) => (
        <section ref={droppable.innerRef} {...droppable.droppableProps}>
          <h2>
            {name} {cards.length}
          </h2>
          {cards.map((card, index) => (
            <Draggable key={card.id} draggableId={card.id} index={index}>
              {(draggable) => (
                <article ref={draggable.innerRef} {...draggable.draggableProps} {...draggable.dragHandleProps} data-lead={card.id}>
                  <b>{card.name}</b> {card.value?.amount.toLocaleString('en', { style: 'currency', currency: card.value.currency })}
                  <div>{card.company}</div>
                  <div>{card.next ? `${card.next.channel} ${card.next.due.date}` : 'No next step'}</div>
                  <div>{card.tags.join(', ')}</div>
                </article>
              )}
            </Draggable>
          ))}
          {droppable.placeholder}
        </section>
      )}
    </Droppable>
  )
}

function moved(cards: readonly BoardCard[], id: string, stageId: string, index: number): BoardCard[] {
  const card = cards.find((other) => other.id === id)
  if (!card) return [...cards]
  const others = cards.filter((other) => other.id !== id)
  const before = others.filter((other) => other.stageId === stageId)[index]
  return others.toSpliced(before ? others.indexOf(before) : others.length, 0, { ...card, stageId })
}

const root = document.getElementById('board')
if (root) createRoot(root).render(<PlainBoard />)

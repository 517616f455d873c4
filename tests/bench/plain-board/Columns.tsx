import { DragDropContext, Draggable, Droppable, type DropResult } from '@hello-pangea/dnd'
import { useMemo } from 'react'
import { moveOnBoard } from '../../../renderer/api.ts'
import { CardContent, useSpoken } from '../../../renderer/board/Card.tsx'
import card from '../../../renderer/board/Card.module.css'
import type { StageOfCard } from '../../../renderer/board/cardLayout.ts'
import { ColumnHead } from '../../../renderer/board/ColumnHead.tsx'
import type { ColumnsProps } from '../../../renderer/board/Columns.tsx'
import styles from '../../../renderer/board/Columns.module.css'
import { FilterBar } from '../../../renderer/board/FilterBar.tsx'
import { useReader } from '../../../renderer/ui/Reader.tsx'
import type { BoardCard } from '../../../shared/api.ts'
import { columnsOf, type BoardColumn } from '../../../shared/board-columns.ts'
import { words } from '../../../shared/strings/words.ts'
import { momentAt, type Moment } from '../../../shared/time-group.ts'

/*
 * The columns as they are usually built: React and @hello-pangea/dnd, every card in the page. They stand in the very
 * same application, with the same heads and the same cards, so that only the way of building differs.
 */

export function Columns({ board, filter, onFilter }: ColumnsProps) {
  const reader = useReader()
  const moment = useMemo(() => momentAt(reader.now, reader.zone), [reader])
  const columns = useMemo(() => columnsOf(board, 'stage', null, moment, []), [board, moment])
  const drop = ({ draggableId, destination }: DropResult) => {
    const moved = board.cards.filter(({ id }) => id === draggableId)
    const column = columns.find(({ id }) => id === destination?.droppableId)
    const others = column?.cards.filter(({ id }) => id !== draggableId)
    if (column && destination) void moveOnBoard(moved, { stageId: column.id, before: others?.[destination.index]?.id ?? null }, '')
  }
  return (
    <div className={styles.board}>
      <div className={styles.bar}>
        <FilterBar board={board} filter={filter} onChange={onFilter} />
      </div>
      <DragDropContext onDragEnd={drop}>
        <section className={styles.columns} aria-label={words.app.board}>
          {columns.map((column) => (
            <Column key={column.id} column={column} moment={moment} />
          ))}
        </section>
      </DragDropContext>
    </div>
  )
}

function Column({ column, moment }: { column: BoardColumn; moment: Moment }) {
  return (
    <div className={styles.column} data-column>
      <ColumnHead column={column} />
      <Droppable droppableId={column.id}>
        {(droppable) => (
          <div ref={droppable.innerRef} {...droppable.droppableProps} className={styles.ground}>
            <ul aria-label={column.name} style={{ margin: 0, padding: 0 }}>
              {column.cards.map((lead, index) => (
                <Card key={lead.id} lead={lead} stage={column.stage as StageOfCard} moment={moment} index={index} />
              ))}
              {droppable.placeholder}
            </ul>
          </div>
        )}
      </Droppable>
    </div>
  )
}

function Card({ lead, stage, moment, index }: { lead: BoardCard; stage: StageOfCard; moment: Moment; index: number }) {
  const spoken = useSpoken({ card: lead, stage, moment, tellsStage: false, isSelected: false })
  return (
    <Draggable draggableId={lead.id} index={index}>
      {({ innerRef, draggableProps, dragHandleProps }) => (
        <li ref={innerRef} {...draggableProps} {...dragHandleProps} className={card['card']} style={{ ...draggableProps.style, position: 'relative', inset: 'auto', margin: 8 }} aria-label={spoken} data-lead={lead.id}>
          <CardContent card={lead} stage={stage} moment={moment} tellsStage={false} isActive={false} isSelected={false} />
        </li>
      )}
    </Draggable>
  )
}

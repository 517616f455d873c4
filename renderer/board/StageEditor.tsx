import { ArrowLeft, ArrowRight, Pencil, Plus, Trash2 } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { BoardStage } from '../../shared/board-columns.ts'
import type { Stage } from '../../shared/stage.ts'
import { words } from '../../shared/strings/words.ts'
import { runCommand } from '../api.ts'
import { MenuAt } from '../ui/Menu.tsx'
import { DeleteStageDialog, StageDialog } from './StageDialog.tsx'

const say = words.stageEditor

type Question = 'menu' | 'edit' | 'add' | 'delete'

/** The menu of a stage beside the button in its column's head, and the dialogs that it leads to. */
export function StageEditor({ stages, id, onClose }: { stages: readonly BoardStage[]; id: string; onClose: () => void }) {
  const [question, setQuestion] = useState<Question>('menu')
  const hasChosen = useRef(false)
  const anchor = useMemo(() => ({ current: document.querySelector(`[data-stage-menu="${CSS.escape(id)}"]`) }), [id])
  const place = stages.findIndex((stage) => stage.id === id)
  const stage = stages[place]
  if (!stage) return null
  const others = stages.filter((other) => other.id !== id)
  const isLastOpen = stage.kind === 'open' && !others.some(({ kind }) => kind === 'open')

  if (question === 'edit' || question === 'add') return <StageDialog stage={stage} isNew={question === 'add'} onClose={onClose} />
  if (question === 'delete') return <DeleteStageDialog stage={stage} count={stage.count} others={others} onClose={onClose} />
  const choose = (choice: string) => {
    hasChosen.current = true
    if (choice === 'left' || choice === 'right') {
      void runCommand('moveStage', { id, before: besideOf(stages, place, choice) })
      return onClose()
    }
    setQuestion(choice as Question)
  }
  return (
    <MenuAt
      label={say.menu(stage.name)}
      anchor={anchor}
      isOpen
      onClose={() => {
        // A choice closes the menu as well, but a dialog takes its place.
        if (!hasChosen.current) onClose()
      }}
      choices={[
        { id: 'edit', label: say.edit, icon: <Pencil aria-hidden /> },
        { id: 'left', label: say.left, icon: <ArrowLeft aria-hidden />, disabled: place === 0 },
        { id: 'right', label: say.right, icon: <ArrowRight aria-hidden />, disabled: place === stages.length - 1 },
        { id: 'add', label: say.addRight, icon: <Plus aria-hidden /> },
        { id: 'delete', label: say.deleteStage, icon: <Trash2 aria-hidden />, danger: true, disabled: isLastOpen },
      ]}
      onChoose={choose}
    />
  )
}

/** The stage before which one goes when it moves by one place; null for last. */
function besideOf(stages: readonly Stage[], place: number, side: 'left' | 'right'): string | null {
  return stages[side === 'left' ? place - 1 : place + 2]?.id ?? null
}

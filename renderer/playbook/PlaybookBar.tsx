import type { ReactNode } from 'react'
import { playbookWords } from '../../shared/strings/cadence-words.ts'
import { SegmentedLinks } from '../ui/Segmented.tsx'
import { TopBar } from '../ui/TopBar.tsx'

/** The parts of the playbook, in the order of their tabs; each has its place at `/playbook/<part>`. */
export const playbookParts = ['cadences', 'templates', 'value'] as const
export type PlaybookPart = (typeof playbookParts)[number]

const parts = playbookParts.map((id) => ({ id, label: playbookWords.parts[id], href: `#/playbook/${id}` }))

/** The bar of a part of the playbook, with the way to the others. */
export function PlaybookBar({ part, actions }: { part: PlaybookPart; actions?: ReactNode }) {
  return (
    <TopBar title={playbookWords.title} actions={actions}>
      <SegmentedLinks label={playbookWords.partsLabel} options={parts} value={part} />
    </TopBar>
  )
}

import { Ban, Clock, Handshake, ThumbsDown, Zap } from 'lucide-react'
import { words } from '../../shared/strings/words.ts'
import { Chip } from '../ui/Chip.tsx'
import styles from './Card.module.css'
import { chipsPerRow, type CardChip } from './cardLayout.ts'

/** The facts of a card as rows of pills. */
export function CardChips({ chips }: { chips: readonly CardChip[] }) {
  const rows = []
  for (let start = 0; start < chips.length; start += chipsPerRow) rows.push(chips.slice(start, start + chipsPerRow))
  return (
    <>
      {rows.map((row, index) => (
        <div key={chipWords(row[0] as CardChip)} className={index === 0 ? styles.facts : styles.moreFacts}>
          {row.map((chip) => (
            <OneChip key={chipWords(chip)} chip={chip} />
          ))}
        </div>
      ))}
    </>
  )
}

function OneChip({ chip }: { chip: CardChip }) {
  switch (chip.kind) {
    case 'noes':
      return (
        <Chip tone="late" icon={<ThumbsDown aria-hidden />} title={chipWords(chip)}>
          {words.board.noes(chip.count)}
        </Chip>
      )
    case 'permission':
      return (
        <Chip tone={chip.status === 'granted' ? 'ok' : 'late'} icon={chip.status === 'granted' ? <Handshake aria-hidden /> : <Ban aria-hidden />} title={chipWords(chip)}>
          {words.board.permission[chip.status]}
        </Chip>
      )
    case 'inbound':
      return (
        <Chip tone="accent" icon={<Zap aria-hidden />}>
          {words.board.inbound}
        </Chip>
      )
    case 'days':
      return (
        <Chip icon={<Clock aria-hidden />} title={chipWords(chip)}>
          {words.board.days(chip.days)}
        </Chip>
      )
    case 'label':
      return (
        <Chip title={chip.text} shrinks={chip.text.length}>
          {chip.text}
        </Chip>
      )
    case 'more':
      return <Chip title={chip.texts.join(', ')}>{words.board.moreTags(chip.texts.length)}</Chip>
  }
}

/** A chip in full words, for a tooltip and for those who cannot see it. */
export function chipWords(chip: CardChip): string {
  switch (chip.kind) {
    case 'noes':
      return words.board.noesLong(chip.count)
    case 'permission':
      return words.board.permissionLong[chip.status]
    case 'inbound':
      return words.board.inbound
    case 'days':
      return words.board.daysInStage(chip.days)
    case 'label':
      return chip.text
    case 'more':
      return chip.texts.join(', ')
  }
}

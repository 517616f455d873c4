import { Check, Copy, PencilLine } from 'lucide-react'
import { dateAndTime } from '../../shared/format.ts'
import { recapState, type Recap } from '../../shared/recap.ts'
import { composerWords } from '../../shared/strings/composer-words.ts'
import { Chip } from '../ui/Chip.tsx'
import { useReader } from '../ui/Reader.tsx'

const say = composerWords

/** How far a recap came, and when. */
export function Status({ recap }: { recap: Recap }) {
  const reader = useReader()
  const copied = recap.copiedAt === null ? null : say.copiedAt(dateAndTime(recap.copiedAt, reader))
  switch (recapState(recap)) {
    case 'draft':
      return <Chip icon={<PencilLine aria-hidden />}>{say.draft}</Chip>
    case 'copied':
      return (
        <Chip tone="accent" icon={<Copy aria-hidden />}>
          {copied}
        </Chip>
      )
    case 'sent':
      return (
        <Chip tone="ok" icon={<Check aria-hidden />} {...(copied !== null && { title: copied })}>
          {say.sentAt(dateAndTime(recap.sentAt ?? recap.updatedAt, reader))}
        </Chip>
      )
  }
}

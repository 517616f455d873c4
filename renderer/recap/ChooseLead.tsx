import { recapsWords } from '../../shared/strings/composer-words.ts'
import { useCall } from '../api.ts'
import { LeadPicker } from '../ui/LeadPicker.tsx'

/** Asks which lead the conversation was with. */
export function ChooseLead({ onChoose, onClose }: { onChoose: (leadId: string) => void; onClose: () => void }) {
  const board = useCall('getBoard', { limit: null })
  return <LeadPicker title={recapsWords.choose} leads={board.data?.cards} problem={board.error?.message} onChoose={onChoose} onClose={onClose} />
}

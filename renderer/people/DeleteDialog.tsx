import type { Person } from '../../shared/api.ts'
import { wholeNumber } from '../../shared/format.ts'
import { words } from '../../shared/strings/words.ts'
import { useCall, useCommand } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions, DialogBody } from '../ui/Dialog.tsx'
import { useReader } from '../ui/Reader.tsx'

const say = words.people

/** Asks before people are deleted, and says how much goes with them. */
export function DeleteDialog({ people, onClose }: { people: Person[]; onClose: () => void }) {
  const { locale } = useReader()
  const ids = people.map(({ id }) => id)
  const counts = useCall('countWithContacts', { ids }).data
  const written = (count: number) => wholeNumber(count, locale)
  const hanging = counts
    ? [
        counts.leads > 0 ? say.leadsCounted(counts.leads, written(counts.leads)) : '',
        counts.touches > 0 ? say.touchesCounted(counts.touches, written(counts.touches)) : '',
        counts.promises > 0 ? say.promisesCounted(counts.promises, written(counts.promises)) : '',
        counts.questions > 0 ? say.questionsCounted(counts.questions, written(counts.questions)) : '',
        counts.recaps > 0 ? say.recapsCounted(counts.recaps, written(counts.recaps)) : '',
      ].filter(Boolean)
    : []
  const command = useCommand('deleteContacts', { said: say.deleted(people.length, written(people.length)) })
  const remove = async () => {
    const reply = await command.run({ ids })
    if (reply.ok) onClose()
  }
  return (
    <Dialog title={say.deleteTitle(people.length, written(people.length))} role="alertdialog" isOpen onOpenChange={(open) => !open && onClose()} width="narrow">
      <DialogBody>
        {counts && (
          <p>{say.deleteBody(new Intl.ListFormat(locale).format(hanging))}</p>
        )}
      </DialogBody>
      <DialogActions>
        <Button onPress={onClose} autoFocus>
          {words.app.cancel}
        </Button>
        <Button kind="danger" onPress={() => void remove()} isDisabled={command.pending || !counts}>
          {say.deleteNow}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

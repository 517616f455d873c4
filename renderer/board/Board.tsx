import { words } from '../../shared/strings/words.ts'
import { TopBar } from '../ui/TopBar.tsx'

/** The leads by stage. */
export function Board() {
  return <TopBar title={words.app.board} />
}

import { BarChart3, BookText, CalendarHeart, MessageSquareQuote, Newspaper, Wrench, type LucideIcon } from 'lucide-react'
import type { ValueKind } from '../../shared/value.ts'

const icons: Record<ValueKind, LucideIcon> = {
  article: Newspaper,
  infographic: BarChart3,
  story: BookText,
  'social-post': MessageSquareQuote,
  event: CalendarHeart,
  tool: Wrench,
}

/** The icon of a kind of value item; words beside it say the same. */
export function ValueIcon({ kind }: { kind: ValueKind }) {
  const Icon = icons[kind]
  return <Icon aria-hidden />
}

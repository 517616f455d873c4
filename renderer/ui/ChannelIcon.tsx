import { Handshake, Mail, MessageSquare, Phone, Share2, Video, type LucideIcon } from 'lucide-react'
import type { Channel } from '../../shared/channel.ts'

const icons: Record<Channel, LucideIcon> = {
  call: Phone,
  email: Mail,
  text: MessageSquare,
  social: Share2,
  video: Video,
  'in-person': Handshake,
}

/** The icon of a channel. It stands beside words that name the channel, so it is silent itself. */
export function ChannelIcon({ channel }: { channel: Channel }) {
  const Icon = icons[channel]
  return <Icon aria-hidden />
}

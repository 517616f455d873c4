/**
 * The page as the development server of `npm run dev` gives it (FOLLOWTHROUGH_DEV_URL), with the token to use in its
 * fragment; null where there is none, as for every person. It counts only on this computer's own loopback.
 * @throws when the address is anything else
 */
export function developmentPage(): URL | null {
  const given = process.env['FOLLOWTHROUGH_DEV_URL']
  if (given === undefined) return null
  const address = URL.parse(given)
  const ours = address?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname)
  if (!ours) throw new Error('FOLLOWTHROUGH_DEV_URL has to be an http address on this computer.')
  return address
}

import { AxeBuilder } from '@axe-core/playwright'
import { expect, type App } from './fixtures.ts'

/** What axe finds by colours; all its other rules say the same in either theme. */
const byColour = ['color-contrast', 'link-in-text-block']

/** The page as it stands has nothing that axe complains about, neither light nor dark. */
export async function expectAccessible(app: App): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await app.call('changeSettings', { theme })
    await expect(app.page.locator(`html[data-theme=${theme}]`)).toBeAttached()
    // Colours fade into the new theme; axe measures them as they are.
    await app.page.waitForTimeout(200)
    const axe = new AxeBuilder({ page: app.page })
    const { violations } = await (theme === 'light' ? axe : axe.withRules(byColour)).analyze()
    expect(violations.map(({ id, nodes }) => [theme, id, ...nodes.map((node) => node.html)])).toEqual([])
  }
}

import { app, Menu, shell, type MenuItemConstructorOptions } from 'electron'
import type { Events } from '../../shared/api.ts'
import { desktopWords } from '../../shared/strings/shell-words.ts'
import { words } from '../../shared/strings/words.ts'
import type { Core } from '../core/core.ts'

/**
 * Sets the application menu. Undo and Redo are the system's own, for text fields; elsewhere the page takes their keys
 * before the menu does. Reload and the developer tools are for development only.
 */
export function setMenu(core: Core, dataDir: string): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(core, dataDir)))
}

function menuTemplate(core: Core, dataDir: string): MenuItemConstructorOptions[] {
  const { menu } = desktopWords
  const onMac = process.platform === 'darwin'
  const show = (place: Events['show']['place']) => () => core.show({ place, leadId: null })
  const forDevelopers: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ role: 'reload' }, { role: 'toggleDevTools' }, { type: 'separator' }]
  return [
    ...(onMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: menu.file,
      submenu: [
        { label: menu.newLead, accelerator: 'CmdOrCtrl+N', click: show('quick-add') },
        { type: 'separator' },
        { role: 'close' },
        ...(onMac ? [] : [{ role: 'quit' } as const]),
      ],
    },
    { role: 'editMenu' },
    {
      label: menu.view,
      submenu: [
        { label: words.app.today, accelerator: 'CmdOrCtrl+1', click: show('today') },
        { label: words.app.board, accelerator: 'CmdOrCtrl+2', click: show('board') },
        { type: 'separator' },
        ...forDevelopers,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      label: menu.help,
      submenu: [
        { label: menu.dataFolder, click: () => void shell.openPath(dataDir) },
        ...(onMac ? [] : [{ role: 'about' } as const]),
      ],
    },
  ]
}

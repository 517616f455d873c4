/*
 * The part of the English catalogue that main says by itself, around the page (see shell-words.ts).
 */

/** What the web shell answers to those it turns away, and says in the terminal. */
export const web = {
  running: (address: string) => `Followthrough is running at ${address}`,
  openPage: 'Open Followthrough',
  noToken: 'This address lacks its token. Open the whole address that Followthrough printed when it started.',
  wrongToken: 'This address is from an earlier start of Followthrough. Open the one that it printed last.',
  foreignHost: 'Followthrough answers only to its own address on this computer.',
  foreignOrigin: 'Followthrough answers only to its own page, not to other sites.',
  tooLarge: 'That was more than Followthrough takes at once (136 MB). Nothing was changed.',
  malformed: 'That message could not be understood. Nothing was changed.',
  socketOnly: 'This address is for the page of Followthrough itself.',
  readOnly: 'Pages of Followthrough can only be read.',
  noSuchPage: 'There is no such page in Followthrough.',
  stopped: 'Followthrough was closed.',
  notBuilt: 'The screens of Followthrough are not built yet. Run "npm run build", then start it again.',
  portTaken: (port: number) => `Port ${port} is taken by another program. Choose another one with --port, or 0 for a free one.`,
  portNotAllowed: (port: number) => `This system does not allow Followthrough to use port ${port}. Choose another one with --port, or 0 for a free one.`,
  sampleNotAdded: 'Followthrough opens with the data that is there. Sample data goes only into an empty data folder, so none was added.',
  noSuchFlag: (problem: string) => `${problem}\nRun with --help to see the flags.`,
  dataMissing: '--data needs the name of a folder.',
  portInvalid: (given: string) => `--port needs a whole number from 0 to 65535, not "${given}".`,
  help: `Flags:
  --browser    use the browser, also where the desktop app could run
  --data DIR   keep the data in this folder
  --port N     serve the page at this port; 0 takes a free one (browser only)
  --no-open    do not open the browser, only print the address (browser only)
  --sample     put sample data into an empty data folder
  --help       show this`,
} as const

/** The desktop app around the page: tray, menu, notices. */
export const desktop = {
  tray: {
    open: 'Open Followthrough',
    newLead: 'New lead…',
    pause: 'Pause reminders',
    pauseFor: { hour: 'For an hour', tomorrow: 'Until tomorrow' },
    resume: 'Resume reminders',
    quit: 'Quit Followthrough',
    nothing: 'Nothing due today',
    /** One of the next touches: what and with whom, and when. */
    line: (what: string, when: string) => `${what} · ${when}`,
    more: (count: number) => `${count} more in Today…`,
    /** What Today holds, when none of it is a touch. */
    inToday: (count: number) => `${count} in Today…`,
    overdue: (count: number) => `${count} overdue…`,
    toolTip: (due: number, overdue: number) =>
      `Followthrough: ${due === 0 ? 'nothing due today' : overdue === 0 ? `${due} due today` : `${due} due, ${overdue} overdue`}`,
  },
  menu: {
    file: 'File',
    view: 'View',
    help: 'Help',
    newLead: 'New lead…',
    dataFolder: 'Show the data folder',
  },
  keptInTray: {
    title: 'Followthrough keeps running',
    body: 'Reminders still come. Open it from the tray, or start it again. Settings has a choice to quit on close.',
  },
  loginRefused: {
    title: 'The start at login was not changed',
    body: 'The system did not allow it; the log file in the data folder says why. Its own settings may have a list of what starts at login.',
  },
  startFailed: (dir: string) => `Followthrough could not start. What was saved is kept. The details are in followthrough.log in ${dir}.`,
  notOurPage: 'That request did not come from the window of Followthrough. Nothing was changed.',
} as const

/** What `npm start` says before there is a window. */
export const start = {
  building: 'Building Followthrough…',
  notBuilt: 'Followthrough could not be built; the reason stands above.',
  fetching: "Fetching Electron's runtime, about 110 MB, once (for at most 3 minutes)…",
  tooSlow: 'it took longer than 3 minutes',
  noDisplay: 'There is no display here for the desktop app, so Followthrough opens in the browser.',
  noRuntime: (problem: string) => `Electron's runtime is not installed and could not be fetched (${problem}), so Followthrough opens in the browser.`,
  cannotRun: "Electron's runtime cannot run here because the system lacks a library that it needs, so Followthrough opens in the browser.",
  died: (signal: string) => `Electron's runtime was stopped before it could show a window (${signal}), as it is where the system does not allow its sandbox, so Followthrough opens in the browser.`,
  ended: (code: number) => `Electron's runtime ended before it could show a window (code ${code}), so Followthrough opens in the browser.`,
  noSandbox: "Followthrough runs as root, whom Chromium's sandbox refuses, so it runs without that sandbox (--no-sandbox).",
} as const

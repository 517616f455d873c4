/** A desktop entry that runs `command`, a program and its arguments, at login (Desktop Entry Specification 1.5). */
export function autostartEntry(name: string, command: readonly string[]): string {
  const lines = ['[Desktop Entry]', 'Type=Application', `Name=${asString(name)}`, `Exec=${asString(command.map(quoted).join(' '))}`, 'Terminal=false']
  return `${lines.join('\n')}\n`
}

/** Whether an entry counts: desktops switch one off by a key in it instead of taking it away. */
export function isAutostarted(entry: string): boolean {
  return !/^(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/m.test(entry)
}

/** One argument of the key Exec: in quotes, with what a shell would expand escaped; a lone `%` begins a field code. */
function quoted(argument: string): string {
  return `"${argument.replaceAll(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%')}"`
}

/** Backslashes and line ends as a value of type string has them: they are undone before the quotes of Exec are. */
function asString(value: string): string {
  return value.replaceAll('\\', String.raw`\\`).replaceAll('\n', String.raw`\n`).replaceAll('\r', String.raw`\r`).replaceAll('\t', String.raw`\t`)
}

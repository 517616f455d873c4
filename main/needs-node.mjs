// Every npm script loads this before its entry (`node --import`). It is plain JavaScript because an older Node cannot
// read a .ts file at all, and its sentence stands here because the catalogue of sentences is one.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  process.stderr.write(
    `Followthrough's scripts run on Node 24, which "npm ci" brings along, but this is Node ${process.versions.node}. ` +
      'Run "npm ci" again, with its install scripts allowed, and start this through npm.\n',
  )
  process.exit(1)
}

// What the system tells of processes and their sockets. Linux alone tells it, in /proc; elsewhere nothing is found.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** The sockets of the internet that a process has open, on whatever end, as the system lists them. */
export function internetSockets(pid) {
  const opened = new Set(
    found(() => readdirSync(`/proc/${pid}/fd`)).flatMap(file => found(() => [readlinkSync(`/proc/${pid}/fd/${file}`)])),
  )
  return ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6']
    .flatMap(kind => found(() => readFileSync(`/proc/${pid}/net/${kind}`, 'utf8').trim().split('\n').slice(1)))
    .filter(line => opened.has(`socket:[${line.trim().split(/\s+/)[9]}]`))
}

/** The processes that were started with an argument of that ending, by their numbers. */
export function processesWith(ending) {
  const all = found(() => readdirSync('/proc')).filter(name => /^\d+$/.test(name))
  return all.filter(pid =>
    found(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')).some(word => word.endsWith(ending)),
  )
}

/** What is there may be gone while it is looked at. */
function found(look) {
  try {
    return look()
  } catch {
    return []
  }
}

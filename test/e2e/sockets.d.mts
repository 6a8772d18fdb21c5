export function internetSockets(pid: number | string): readonly string[]
export function processesWith(ending: string): readonly string[]

/** Where texts lie from one run to the next, each under a name. Nothing throws or rejects: what cannot be kept is lost, and is made anew. */
export interface Storage {
  /** The text of that name; empty where there is none. */
  load(name: string): Promise<string>
  save(name: string, text: string): Promise<void>
}

/** Where nothing can be kept. */
export const noStorage: Storage = {
  load: async () => '',
  save: async () => {},
}

/** A file's text, that there is no such file, or why it is not read, as a sentence about the file. */
export type FileText = { readonly text: string } | { readonly missing: true } | { readonly problem: string }

/** What lies in a folder. Links are neither file nor folder. */
export interface Entry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'other'
}

/** How the files of the open folders are read. Addresses in, text out; nothing outside of the folder named with each is ever read, and nothing throws or rejects. */
export interface Files {
  /** `within` is the folder that the file must lie in, links followed. */
  read(uri: string, within: string, mostBytes: number): Promise<FileText>
  list(uri: string, within: string): Promise<readonly Entry[]>
}

/** Where there are no files to be read. */
export const noFiles: Files = {
  read: async () => ({ missing: true }),
  list: async () => [],
}

export function tooLarge(bytes: number, mostBytes: number): FileText {
  return { problem: `The file has ${megabytes(bytes)} MB; Dateline reads no more than ${megabytes(mostBytes)} MB of it.` }
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1_000_000)

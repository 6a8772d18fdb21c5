/** The address of the folder that a file or folder lies in; undefined at the top. */
export function folderOf(uri: string): string | undefined {
  const slash = uri.lastIndexOf('/')
  const top = uri.indexOf('://')
  return slash > top + 3 && top >= 0 ? uri.slice(0, slash) : undefined
}

/** The address of what lies at a path, with slashes, within a folder. */
export function addressIn(folder: string, path: string): string {
  const steps = path.split(/[/\\]/).filter(step => step !== '' && step !== '.')
  return `${folder.replace(/\/$/, '')}/${steps.map(encodeURIComponent).join('/')}`
}

/** The path from a folder to what lies in it; undefined where it lies elsewhere. */
export function pathIn(folder: string, uri: string): string | undefined {
  const start = `${plainAddress(folder).replace(/\/$/, '')}/`
  const address = plainAddress(uri)
  return address.startsWith(start) ? address.slice(start.length) : undefined
}

/** An address as it is compared: editors do not agree which characters of a path are to be escaped. */
export function plainAddress(uri: string): string {
  try {
    return decodeURIComponent(uri)
  } catch {
    return uri
  }
}

/** The bytes of a base64 text. Characters that are no base64 count as zero. */
export function decodeBase64(text: string): Uint8Array {
  const size = Math.floor((text.length * 3) / 4) - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0)
  const bytes = new Uint8Array(size)
  let at = 0
  for (let i = 0; i < text.length; i += 4) {
    const four =
      (sextets[text.charCodeAt(i)] << 18) |
      (sextets[text.charCodeAt(i + 1)] << 12) |
      (sextets[text.charCodeAt(i + 2)] << 6) |
      sextets[text.charCodeAt(i + 3)]
    bytes[at++] = four >> 16 // a typed array drops what lies beyond its end
    bytes[at++] = four >> 8
    bytes[at++] = four
  }
  return bytes
}

const sextets = new Uint8Array(256)
for (let i = 0; i < 64; i++) sextets['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.charCodeAt(i)] = i

/** Reads a generated table: bytes, whole numbers in groups of seven bits, low group first, and 32-bit floats. */
export class PackedReader {
  private at = 0
  private readonly bytes: Uint8Array

  constructor(base64: string) {
    this.bytes = decodeBase64(base64)
  }

  /** The number of bytes that are still to be read. */
  get left(): number {
    return this.bytes.length - this.at
  }

  byte(): number {
    return this.bytes[this.at++]
  }

  signedByte(): number {
    return (this.byte() << 24) >> 24
  }

  number(): number {
    let value = 0
    let shift = 0
    let byte = 0
    do {
      byte = this.bytes[this.at++]
      value |= (byte & 127) << shift
      shift += 7
    } while (byte > 127)
    return value >>> 0
  }

  float(): number {
    const view = new DataView(this.bytes.buffer, this.at, 4)
    this.at += 4
    return view.getFloat32(0, true)
  }
}

/** The digits of packed numbers, six bits each: those of base64. */
export const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Escapes: a number this high in one or two digits is followed by more. */
export const lastDigit = 63
export const lastPair = 4095

const values = new Uint8Array(128)
for (let i = 0; i < digits.length; i++) values[digits.charCodeAt(i)] = i

/** Reads the numbers of a generated table, digit by digit, most significant first. */
export class PackedReader {
  private at = 0
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** The number of digits that are still to be read. */
  get left(): number {
    return Math.max(0, this.text.length - this.at)
  }

  /** A number below 64. */
  digit(): number {
    return values[this.text.charCodeAt(this.at++)]
  }

  /** A number below 4096. */
  pair(): number {
    this.at += 2
    return (values[this.text.charCodeAt(this.at - 2)] << 6) | values[this.text.charCodeAt(this.at - 1)]
  }

  /** A number of up to 30 bits, mostly a pair. */
  number(): number {
    const low = this.pair()
    return low < lastPair ? low : (this.digit() << 24) | (this.pair() << 12) | this.pair()
  }

  /** A number below 4096, mostly a digit. */
  small(): number {
    const low = this.digit()
    return low < lastDigit ? low : this.pair()
  }

  /** A number between -2048 and 2048, mostly a digit. */
  signed(): number {
    const shifted = this.digit()
    return shifted < lastDigit ? shifted - 31 : this.pair() - 2048
  }
}

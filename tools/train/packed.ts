import { digits, lastDigit, lastPair } from '../../server/analysis/names/packed.ts'

/** Writes what `PackedReader` reads. */
export class PackedWriter {
  private readonly parts: string[] = []

  digit(value: number): void {
    this.parts.push(digits[value])
  }

  pair(value: number): void {
    this.parts.push(digits[value >> 6], digits[value & 63])
  }

  number(value: number): void {
    this.pair(Math.min(value, lastPair))
    if (value < lastPair) return
    this.digit(value >> 24)
    this.pair((value >> 12) & 4095)
    this.pair(value & 4095)
  }

  small(value: number): void {
    this.digit(Math.min(value, lastDigit))
    if (value >= lastDigit) this.pair(value)
  }

  signed(value: number): void {
    const isShort = value >= -31 && value <= 31
    this.digit(isShort ? value + 31 : lastDigit)
    if (!isShort) this.pair(value + 2048)
  }

  text(): string {
    return this.parts.join('')
  }
}

/** Writes what `PackedReader` reads. */
export class PackedWriter {
  private readonly bytes: number[] = []

  byte(value: number): void {
    this.bytes.push(value & 255)
  }

  number(value: number): void {
    let rest = value >>> 0
    while (rest > 127) {
      this.bytes.push((rest & 127) | 128)
      rest >>>= 7
    }
    this.bytes.push(rest)
  }

  float(value: number): void {
    const view = new DataView(new ArrayBuffer(4))
    view.setFloat32(0, value, true)
    for (let i = 0; i < 4; i++) this.bytes.push(view.getUint8(i))
  }

  base64(): string {
    return Buffer.from(this.bytes).toString('base64')
  }
}

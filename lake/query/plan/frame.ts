/**
 * A scope as the compiler knows it, before there are values. `outer` is what `^` reaches: the
 * scope of a mapping is hidden from it.
 */
export class Frame {
  readonly level: number
  readonly hidden: boolean
  readonly outer: Frame | null

  constructor(level: number, hidden: boolean, outer: Frame | null) {
    this.level = level
    this.hidden = hidden
    this.outer = outer
  }

  /** The frame of a filter, a projection or an order within this one. */
  nested(): Frame {
    return new Frame(this.level + 1, false, this.hidden ? this.outer : this)
  }

  /** The frame of a mapping within this one. */
  concealed(): Frame {
    return new Frame(this.level + 1, true, this.hidden ? this.outer : this)
  }

  /** The frame that `^`, `^.^`, … stand for, or null outside of all. */
  parent(steps: number): Frame | null {
    let frame: Frame | null = this.outer
    for (let i = 1; i < steps && frame !== null; i++) frame = frame.outer
    return frame
  }
}

export const rootFrame = (): Frame => new Frame(0, false, null)

import type { CalendarDay } from './calendar.ts'

export type TimeKind = 'date' | 'time' | 'duration' | 'age' | 'money' | 'percentage' | 'quantity' | 'number'

/**
 * What a date says of the calendar. `weekday` counts from Sunday 0; its `step` is -1 for "last", 1 for "next", 0 where nothing is said, and then `ahead`
 * tells that its sentence looks forward. `shift` counts from the story's day: yesterday is -1 day. `vague` names no days that can be told (a quarter, a season).
 */
export type DateReference =
  | { readonly form: 'day'; readonly day: CalendarDay; readonly weekday?: number }
  | { readonly form: 'month'; readonly month: number; readonly year?: number; readonly step?: number }
  | { readonly form: 'years'; readonly from: number; readonly to: number }
  | { readonly form: 'weekday'; readonly weekday: number; readonly step: -1 | 0 | 1; readonly ahead: boolean }
  | { readonly form: 'shift'; readonly unit: ShiftUnit; readonly by: number }
  | { readonly form: 'vague' }

export type ShiftUnit = 'day' | 'week' | 'month' | 'year' | 'decade'

/** What an expression of time or quantity says, without its place. */
export interface TimeValue {
  readonly kind: TimeKind
  /** Of a date. */
  readonly date?: DateReference
  /** Of money, percentages, quantities, durations, numbers; of an age in `unit`, mostly years; of a time, minutes since midnight. */
  readonly amount?: number
  /** The singular of the unit ("kilometre", "year"), or the ISO 4217 code of the currency. */
  readonly unit?: string
}

/** What a grammar found at a token: the value and the token after it. */
export interface Found extends TimeValue {
  readonly end: number
}

/** A date that a grammar found. */
export const reference = (date: DateReference, end: number): Found => ({ kind: 'date', date, end })

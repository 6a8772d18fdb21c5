import { addDays, type CalendarDay, type CalendarRange, daysInMonth, isDay, weekdayOf } from './calendar.ts'
import type { DateReference } from './value.ts'

/**
 * The days that a date names in a story of the given day, both ends inside; undefined where it cannot be told. A weekday is the latest up to the story's day,
 * or the next one where its sentence looks ahead; a date without a year is the nearest one. Where the story's year is unknown, so is the weekday.
 */
export function resolve(date: DateReference, storyDay: CalendarDay | undefined): CalendarRange | undefined {
  if (date.form === 'years') return { from: { year: date.from, month: 1, day: 1 }, to: { year: date.to, month: 12, day: 31 } }
  if (date.form === 'day') return single(date.day.year === undefined ? nearest(date.day, storyDay) : date.day)
  if (date.form === 'month') return monthRange(date.month, date.year, date.step, storyDay)
  if (date.form === 'vague' || storyDay === undefined) return undefined
  return date.form === 'weekday' ? single(weekdayNear(date, storyDay)) : shifted(date, storyDay)
}

function weekdayNear(
  { weekday, step, ahead }: DateReference & { form: 'weekday' },
  storyDay: CalendarDay,
): CalendarDay | undefined {
  const own = weekdayOf(storyDay)
  if (own === undefined) return undefined
  const back = (own - weekday + 7) % 7
  if (step === 1) return addDays(storyDay, 7 - back)
  if (step === -1) return addDays(storyDay, back === 0 ? -7 : -back)
  return addDays(storyDay, ahead && back > 0 ? 7 - back : -back)
}

function shifted({ unit, by }: DateReference & { form: 'shift' }, storyDay: CalendarDay): CalendarRange | undefined {
  if (!Number.isInteger(by) || Math.abs(by) > 100_000) return undefined
  if (unit === 'day') return single(addDays(storyDay, by))
  if (unit === 'week')
    return by === 0 || Math.abs(by) === 1 ? weekOf(addDays(storyDay, by * 7)) : single(addDays(storyDay, by * 7))
  if (unit === 'month') {
    const months = storyDay.month - 1 + by
    const year = storyDay.year === undefined ? undefined : storyDay.year + Math.floor(months / 12)
    return monthDays((((months % 12) + 12) % 12) + 1, year)
  }
  if (storyDay.year === undefined) return undefined
  const year = storyDay.year + by * (unit === 'decade' ? 10 : 1)
  return { from: { year, month: 1, day: 1 }, to: { year, month: 12, day: 31 } }
}

/** Monday to Sunday. */
function weekOf(day: CalendarDay | undefined): CalendarRange | undefined {
  const weekday = day && weekdayOf(day)
  if (day === undefined || weekday === undefined) return undefined
  const from = addDays(day, -((weekday + 6) % 7))
  const to = from && addDays(from, 6)
  return from && to && { from, to }
}

function monthRange(
  month: number,
  year: number | undefined,
  step: number | undefined,
  storyDay: CalendarDay | undefined,
): CalendarRange {
  if (year !== undefined || storyDay?.year === undefined) return monthDays(month, year)
  if (step === -1) return monthDays(month, month < storyDay.month ? storyDay.year : storyDay.year - 1)
  if (step === 1) return monthDays(month, month > storyDay.month ? storyDay.year : storyDay.year + 1)
  if (step === 0) return monthDays(month, storyDay.year)
  const away = month - storyDay.month
  return monthDays(month, storyDay.year + (away > 5 ? -1 : away <= -9 ? 1 : 0))
}

/** The day in the year that brings it nearest to the story, half a year back at most and half a year on. */
function nearest(day: CalendarDay, storyDay: CalendarDay | undefined): CalendarDay {
  if (storyDay?.year === undefined) return day
  const away = day.month - storyDay.month + (day.day - storyDay.day) / 31
  const year = storyDay.year + (away > 6 ? -1 : away < -6 ? 1 : 0)
  return isDay({ ...day, year }) ? { ...day, year } : day
}

const monthDays = (month: number, year: number | undefined): CalendarRange => ({
  from: { ...(year !== undefined && { year }), month, day: 1 },
  to: { ...(year !== undefined && { year }), month, day: daysInMonth(month, year) },
})
const single = (day: CalendarDay | undefined): CalendarRange | undefined => day && { from: day, to: day }

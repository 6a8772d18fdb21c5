/** A day of the calendar; month 1 to 12. `year` is absent where the story does not say. */
export interface CalendarDay {
  readonly year?: number
  readonly month: number
  readonly day: number
}

/** A stretch of days, both ends inside. */
export interface CalendarRange {
  readonly from: CalendarDay
  readonly to: CalendarDay
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The number of days in a month; without a year, February has 29. */
export function daysInMonth(month: number, year?: number): number {
  return month === 2 && (year === undefined || isLeap(year)) ? 29 : (lengths[month - 1] ?? 0)
}

/** Whether the calendar has such a day. */
export function isDay({ year, month, day }: CalendarDay): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(month, year)
}

/** The day of the week, Sunday 0; undefined without a year. */
export function weekdayOf(day: CalendarDay): number | undefined {
  return day.year === undefined ? undefined : modulo(toNumber({ ...day, year: day.year }) + 4, 7)
}

/** The day so many days later (or earlier). Without a year: undefined where it depends on the year (over the end of February). */
export function addDays(day: CalendarDay, days: number): CalendarDay | undefined {
  if (day.year !== undefined) return fromNumber(toNumber({ ...day, year: day.year }) + days)
  const common = fromNumber(toNumber({ ...day, year: 2001 }) + days)
  const leap = fromNumber(toNumber({ ...day, year: 2000 }) + days)
  return common.month === leap.month && common.day === leap.day ? { month: common.month, day: common.day } : undefined
}

/** Days since 1 January 1970 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
function toNumber({ year, month, day }: Required<CalendarDay>): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

function fromNumber(number: number): Required<CalendarDay> {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  }
}

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const modulo = (value: number, by: number) => ((value % by) + by) % by

/** What could stand in the place of the letters typed. */
export interface Offer {
  readonly text: string
  readonly detail?: string
}

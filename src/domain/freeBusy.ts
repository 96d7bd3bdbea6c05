import ICAL from 'ical.js'

/**
 * When somebody is taken, where a program publishes that and no events (RFC 5545 3.6.4), as Zimbra and
 * SOGo do. These times are always UTC.
 */
export function freeBusyTimes(component: ICAL.Component): { startsAt: Date; endsAt: Date }[] {
  const isTaken = (property: ICAL.Property) =>
    String(property.getParameter('fbtype') ?? 'BUSY').toUpperCase() !== 'FREE'
  return component
    .getAllProperties('freebusy')
    .filter(isTaken)
    .flatMap((property) => property.getValues())
    .filter((value): value is ICAL.Period => value instanceof ICAL.Period)
    .map((period) => ({ startsAt: period.start.toJSDate(), endsAt: period.getEnd().toJSDate() }))
}

/**
 * What every connection asks for as it begins, for a server, a database or a role may be set up for
 * another program: dates come as they are read here, and transactions count on locks. In another
 * isolation the second of two waiting for one lock would be thrown out (40001) instead of going on.
 * `?options=` in DATABASE_URL takes the place of it.
 */
export const SESSION_DEFAULTS = '-c DateStyle=ISO -c default_transaction_isolation=read\\ committed'

import type { Endpoint } from 'payload'
import { addNote } from './addNote'
import { answer } from './answer'
import { correctContact } from './correctContact'
import { exportReservations } from './exportReservations'
import { extend } from './extend'
import { move } from './move'
import { takeCall } from './takeCall'
import { writeToClient } from './writeToClient'

/** What staff do to reservations beside reading them and deciding. */
export const deskEndpoints: Endpoint[] = [
  exportReservations,
  takeCall,
  move,
  extend,
  answer,
  addNote,
  correctContact,
  writeToClient,
]

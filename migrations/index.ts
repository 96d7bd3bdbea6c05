import * as migration_20261123_033342_init from './20261123_033342_init'
import * as migration_20261123_033400_guards from './20261123_033400_guards'
import * as migration_20261125_175800_promise_guards from './20261125_175800_promise_guards'
import * as migration_20261125_175900_desk_guards from './20261125_175900_desk_guards'
import * as migration_20261125_180000_doors_guards from './20261125_180000_doors_guards'
import * as migration_20261125_180500_recipient_guards from './20261125_180500_recipient_guards'
import * as migration_20261125_181100_messages_guards from './20261125_181100_messages_guards'
import * as migration_20261125_190500_feeds_guards from './20261125_190500_feeds_guards'
import * as migration_20261125_190700_outside_guards from './20261125_190700_outside_guards'
import * as migration_20261125_192000_programs_guards from './20261125_192000_programs_guards'
import * as migration_20261125_192100_erasure_guards from './20261125_192100_erasure_guards'
import * as migration_20261125_192600_plans_guards from './20261125_192600_plans_guards'
import * as migration_20261125_211200_factor_guards from './20261125_211200_factor_guards'
import * as migration_20261125_211500_pace_guards from './20261125_211500_pace_guards'
import * as migration_20261125_213000_intake_guards from './20261125_213000_intake_guards'
import * as migration_20261126_004022_channels_schema from './20261126_004022_channels_schema'
import * as migration_20261126_004100_channels_guards from './20261126_004100_channels_guards'
import * as migration_20261126_035939_currency_schema from './20261126_035939_currency_schema'
import * as migration_20261126_054700_waiting_guards from './20261126_054700_waiting_guards'
import * as migration_20261126_070000_reads_guards from './20261126_070000_reads_guards'
import * as migration_20261126_100500_list_guards from './20261126_100500_list_guards'
import * as migration_20261126_105500_move_guards from './20261126_105500_move_guards'
import * as migration_20261126_113800_gathered_guards from './20261126_113800_gathered_guards'
import * as migration_20261126_131500_browser_sessions_guards from './20261126_131500_browser_sessions_guards'
import * as migration_20261126_232000_refused_guards from './20261126_232000_refused_guards'
import * as migration_20261127_072000_booking_guards from './20261127_072000_booking_guards'
import * as migration_20261127_140000_taken_guards from './20261127_140000_taken_guards'
import * as migration_20261127_180000_erasure_question_guards from './20261127_180000_erasure_question_guards'

export const migrations = [
  {
    up: migration_20261123_033342_init.up,
    down: migration_20261123_033342_init.down,
    name: '20261123_033342_init',
  },
  {
    up: migration_20261123_033400_guards.up,
    down: migration_20261123_033400_guards.down,
    name: '20261123_033400_guards',
  },
  {
    up: migration_20261125_175800_promise_guards.up,
    down: migration_20261125_175800_promise_guards.down,
    name: '20261125_175800_promise_guards',
  },
  {
    up: migration_20261125_175900_desk_guards.up,
    down: migration_20261125_175900_desk_guards.down,
    name: '20261125_175900_desk_guards',
  },
  {
    up: migration_20261125_180000_doors_guards.up,
    down: migration_20261125_180000_doors_guards.down,
    name: '20261125_180000_doors_guards',
  },
  {
    up: migration_20261125_180500_recipient_guards.up,
    down: migration_20261125_180500_recipient_guards.down,
    name: '20261125_180500_recipient_guards',
  },
  {
    up: migration_20261125_181100_messages_guards.up,
    down: migration_20261125_181100_messages_guards.down,
    name: '20261125_181100_messages_guards',
  },
  {
    up: migration_20261125_190500_feeds_guards.up,
    down: migration_20261125_190500_feeds_guards.down,
    name: '20261125_190500_feeds_guards',
  },
  {
    up: migration_20261125_190700_outside_guards.up,
    down: migration_20261125_190700_outside_guards.down,
    name: '20261125_190700_outside_guards',
  },
  {
    up: migration_20261125_192000_programs_guards.up,
    down: migration_20261125_192000_programs_guards.down,
    name: '20261125_192000_programs_guards',
  },
  {
    up: migration_20261125_192100_erasure_guards.up,
    down: migration_20261125_192100_erasure_guards.down,
    name: '20261125_192100_erasure_guards',
  },
  {
    up: migration_20261125_192600_plans_guards.up,
    down: migration_20261125_192600_plans_guards.down,
    name: '20261125_192600_plans_guards',
  },
  {
    up: migration_20261125_211200_factor_guards.up,
    down: migration_20261125_211200_factor_guards.down,
    name: '20261125_211200_factor_guards',
  },
  {
    up: migration_20261125_211500_pace_guards.up,
    down: migration_20261125_211500_pace_guards.down,
    name: '20261125_211500_pace_guards',
  },
  {
    up: migration_20261125_213000_intake_guards.up,
    down: migration_20261125_213000_intake_guards.down,
    name: '20261125_213000_intake_guards',
  },
  {
    up: migration_20261126_004022_channels_schema.up,
    down: migration_20261126_004022_channels_schema.down,
    name: '20261126_004022_channels_schema',
  },
  {
    up: migration_20261126_004100_channels_guards.up,
    down: migration_20261126_004100_channels_guards.down,
    name: '20261126_004100_channels_guards',
  },
  {
    up: migration_20261126_035939_currency_schema.up,
    down: migration_20261126_035939_currency_schema.down,
    name: '20261126_035939_currency_schema',
  },
  {
    up: migration_20261126_054700_waiting_guards.up,
    down: migration_20261126_054700_waiting_guards.down,
    name: '20261126_054700_waiting_guards',
  },
  {
    up: migration_20261126_070000_reads_guards.up,
    down: migration_20261126_070000_reads_guards.down,
    name: '20261126_070000_reads_guards',
  },
  {
    up: migration_20261126_100500_list_guards.up,
    down: migration_20261126_100500_list_guards.down,
    name: '20261126_100500_list_guards',
  },
  {
    up: migration_20261126_105500_move_guards.up,
    down: migration_20261126_105500_move_guards.down,
    name: '20261126_105500_move_guards',
  },
  {
    up: migration_20261126_113800_gathered_guards.up,
    down: migration_20261126_113800_gathered_guards.down,
    name: '20261126_113800_gathered_guards',
  },
  {
    up: migration_20261126_131500_browser_sessions_guards.up,
    down: migration_20261126_131500_browser_sessions_guards.down,
    name: '20261126_131500_browser_sessions_guards',
  },
  {
    up: migration_20261126_232000_refused_guards.up,
    down: migration_20261126_232000_refused_guards.down,
    name: '20261126_232000_refused_guards',
  },
  {
    up: migration_20261127_072000_booking_guards.up,
    down: migration_20261127_072000_booking_guards.down,
    name: '20261127_072000_booking_guards',
  },
  {
    up: migration_20261127_140000_taken_guards.up,
    down: migration_20261127_140000_taken_guards.down,
    name: '20261127_140000_taken_guards',
  },
  {
    up: migration_20261127_180000_erasure_question_guards.up,
    down: migration_20261127_180000_erasure_question_guards.down,
    name: '20261127_180000_erasure_question_guards',
  },
]

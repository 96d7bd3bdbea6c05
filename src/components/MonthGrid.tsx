type Cell = { day: string; number: string; month: string; words: string; free: number }

type Props = {
  name: string
  legend: string
  hint?: string
  weekdays: string[]
  /** Empty places before the first day. */
  lead: number
  cells: Cell[]
  chosen?: string
  /** What is said under a free day: short under the thumb, long where there is room. */
  say: (free: number) => { short: string; long: string; spoken: string }
  none: string
  error?: string
}

/** A month of days as radio buttons; days that cannot be chosen are plain text. */
export function MonthGrid(props: Props) {
  const { name, legend, hint, weekdays, lead, cells, chosen, say, none, error } = props
  const first = cells.find(({ free }) => free > 0)?.day
  return (
    <fieldset>
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      {error && (
        <p className="error" id={`${name}-erreur`}>
          {error}
        </p>
      )}
      <div className="month" data-month>
        {weekdays.map((weekday) => (
          <span key={weekday} className="weekday" aria-hidden="true">
            {weekday}
          </span>
        ))}
        {lead > 0 && <span className={`lead-${lead}`} aria-hidden="true" />}
        {cells.map(({ day, number, month, words, free }) =>
          free === 0 ? (
            <span key={day} className="day off">
              {month && <i>{month}</i>}
              <b>{number}</b>
              <small>{none}</small>
            </span>
          ) : (
            <label key={day} className="day">
              <input
                type="radio"
                name={name}
                value={day}
                id={day === first ? name : undefined}
                defaultChecked={day === chosen}
                aria-label={`${words}, ${say(free).spoken}`}
              />
              {month && <i aria-hidden="true">{month}</i>}
              <b>{number}</b>
              <small>
                {say(free).short}
                <span className="long">{say(free).long}</span>
              </small>
            </label>
          ),
        )}
      </div>
    </fieldset>
  )
}

type ErrorLike = {
  name?: unknown
  code?: unknown
  constraint?: unknown
  cause?: unknown
  stack?: unknown
}

/** Only what says where and why: the message of a failed query carries names and numbers of people. */
export function safeError(error: ErrorLike): Record<string, unknown> {
  const cause = (error.cause ?? {}) as ErrorLike // as: whatever the driver put there is read defensively.
  return {
    type: String(error.name ?? 'Error'),
    code: cause.code ?? error.code,
    constraint: cause.constraint ?? error.constraint,
    stack: String(error.stack ?? '')
      .split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 8)
      .join('\n'),
  }
}

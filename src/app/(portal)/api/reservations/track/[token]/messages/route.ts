import { json, jsonPost, notFound, refused, tooMany } from '@/portal/jsonRoute'
import { rowOfToken, writeMessage } from '@/portal/tracking'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ token: string }> }

export const POST = (request: Request, { params }: Context) =>
  jsonPost(
    request,
    async (body) => {
      const { token } = await params
      const text = typeof body === 'object' && body !== null && 'text' in body ? body.text : ''
      const answer = await writeMessage(token, { text })
      if (answer.status === 201) return json(201, answer.body)
      if (answer.status === 404) return notFound(request)
      if (answer.status === 429) return tooMany(request, answer.retryAfterSeconds)
      return refused(400, answer.errors)
    },
    async () => (await rowOfToken((await params).token)) !== null,
  )

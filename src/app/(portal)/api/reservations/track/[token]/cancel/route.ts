import { json, jsonPost, notFound, refused } from '@/portal/jsonRoute'
import { cancelByToken, rowOfToken } from '@/portal/tracking'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ token: string }> }

export const POST = (request: Request, { params }: Context) =>
  jsonPost(
    request,
    async (body) => {
      const { token } = await params
      const note = typeof body === 'object' && body !== null && 'note' in body ? body.note : ''
      const answer = await cancelByToken(token, { note })
      if (answer.status === 200) return json(200, answer.body)
      if (answer.status === 404) return notFound(request)
      return refused(answer.status, [{ path: 'note', message: answer.message }])
    },
    async () => (await rowOfToken((await params).token)) !== null,
  )

import { readiness } from '@/portal/readiness'

export const dynamic = 'force-dynamic'

export async function GET() {
  const answer = await readiness()
  return Response.json(answer, {
    status: answer.status === 'down' ? 503 : 200,
    headers: { 'Cache-Control': 'no-store' },
  })
}

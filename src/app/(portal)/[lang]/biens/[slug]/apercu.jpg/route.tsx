import { ImageResponse } from 'next/og'
import { priceText } from '@/components/PropertyTile'
import { SharePicture } from '@/components/SharePicture'
import { dictionaryOf } from '@/i18n/dictionary'
import { agencyNow } from '@/portal/agency'
import { localeOf } from '@/portal/formPost'
import { asJpeg, photoData } from '@/portal/mediaFile'
import { propertyBySlug } from '@/portal/properties'

type Context = { params: Promise<{ lang: string; slug: string }> }

const SIZE = { width: 1200, height: 630 }

/** The picture a messenger shows beside a property's link. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { lang, slug } = await params
  const locale = localeOf(lang)
  const property = await propertyBySlug(slug)
  if (!property) return new Response(null, { status: 404 })
  const agency = await agencyNow()
  const [first] = property.photos
  const picture = new ImageResponse(
    <SharePicture
      photo={first ? await photoData(first.url, SIZE.width, SIZE.height) : null}
      agency={agency.name[locale]}
      colour={agency.colour}
      title={property.title}
      place={`${property.district}, ${property.city}`}
      // The picture's typeface has no narrow no-break space.
      price={priceText(property, {
        currency: agency.currency,
        locale,
        t: dictionaryOf(locale),
      }).replace(/\s/gu, ' ')}
    />,
    SIZE,
  )
  return new Response(new Uint8Array(await asJpeg(await picture.arrayBuffer())), {
    headers: { 'Content-Type': 'image/jpeg', 'Cache-Control': 'public, max-age=86400' },
  })
}

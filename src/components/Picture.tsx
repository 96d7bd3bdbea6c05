import type { Photo } from '@/domain/view'

type Props = { photo: Photo; sizes: string; first?: boolean }

/** A photo that takes its place before it comes; all but the first wait until they are near. */
export function Picture({ photo, sizes, first }: Props) {
  return (
    // eslint-disable-next-line @next/next/no-img-element -- Payload made the sizes already: Next's optimiser would only add a request.
    <img
      src={photo.url}
      srcSet={photo.srcSet}
      sizes={photo.srcSet ? sizes : undefined}
      width={photo.width}
      height={photo.height}
      alt={photo.alt}
      loading={first ? 'eager' : 'lazy'}
      fetchPriority={first ? 'high' : undefined}
      decoding="async"
    />
  )
}

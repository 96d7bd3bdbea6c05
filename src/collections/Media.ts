import path from 'node:path'
import type { CollectionConfig } from 'payload'
import { access } from '@/access'
import { keepShownPhoto } from '@/hooks/keepShownPhoto'
import { limitQuery } from '@/hooks/limitQuery'

export const Media: CollectionConfig = {
  slug: 'media',
  labels: {
    singular: { fr: 'Photo', en: 'Photo' },
    plural: { fr: 'Photos', en: 'Photos' },
  },
  access: access.media,
  admin: {
    group: { fr: 'Biens', en: 'Properties' },
    hideAPIURL: true,
    useAsTitle: 'alt',
    defaultColumns: ['filename', 'alt', 'updatedAt'],
  },
  versions: false,
  disableDuplicate: true,
  upload: {
    staticDir: path.resolve(/* turbopackIgnore: true */ '.data/media'),
    // No SVG: it can carry scripts. What is accepted is written anew as WebP, without
    // what the camera noted beside the picture: when, where, with what.
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
    pasteURL: false,
    focalPoint: false,
    // A small file can hold a picture that fills the memory; the largest phone photos fit.
    constructorOptions: { limitInputPixels: 51_000_000 },
    formatOptions: { format: 'webp', options: { quality: 80 } },
    resizeOptions: { width: 1600, withoutEnlargement: true },
    imageSizes: [
      {
        name: 'card',
        width: 480,
        height: 320,
        formatOptions: { format: 'webp', options: { quality: 70 } },
      },
      {
        name: 'page',
        width: 960,
        withoutEnlargement: true,
        formatOptions: { format: 'webp', options: { quality: 75 } },
      },
    ],
    adminThumbnail: 'card',
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      required: true,
      label: { fr: 'Ce que montre la photo', en: 'What the picture shows' },
    },
  ],
  hooks: { beforeOperation: [limitQuery(['filename'])], beforeDelete: [keepShownPhoto] },
}

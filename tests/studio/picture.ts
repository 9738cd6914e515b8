import sharp from 'sharp'

/** A small photograph-like picture, made here so that no binary is kept. */
export const picture = (): Promise<Buffer> =>
  sharp({create: {width: 640, height: 400, channels: 3, background: '#2a7f62'}})
    .composite([
      {input: {create: {width: 200, height: 200, channels: 3, background: '#f4c95d'}}, left: 60, top: 90},
    ])
    .jpeg()
    .toBuffer()

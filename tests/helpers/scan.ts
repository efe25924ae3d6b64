/** Reads QR codes of pictures as a phone does. */
import jsqrModule from 'jsqr';
import sharp from 'sharp';

// The package is CommonJS: what is a function for its types is an object with `default` for Node.
const jsQR = ((jsqrModule as unknown as { default?: typeof jsqrModule }).default ?? jsqrModule) as unknown as (
  data: Uint8ClampedArray,
  width: number,
  height: number,
) => { data: string } | null;

export type Picture = { data: Uint8Array; width: number; height: number };

/** A picture 800 px wide, as a JPEG of quality 75: as networks and chats store it. */
export async function asJpeg(picture: Buffer): Promise<Picture> {
  const jpeg = await sharp(picture).resize({ width: 800 }).jpeg({ quality: 75 }).toBuffer();
  const { data, info } = await sharp(jpeg).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

export const scan = ({ data, width, height }: Picture) => jsQR(new Uint8ClampedArray(data), width, height)?.data;

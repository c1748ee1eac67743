import { constants, crc32, deflateSync } from "node:zlib";

/** A picture of few colours. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Of each pixel the place of its colour in the palette, row after row from the top. */
  readonly pixels: Uint8Array;
}

/** A picture laid upon others, in pixels from the upper left corner of the lowest. */
export interface Layer extends Picture {
  readonly left: number;
  readonly top: number;
}

const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
/** Of the header: eight bits a pixel, which name a colour of the palette; compression, filters and order as usual. */
const form = [8, 3, 0, 0, 0];
const mostColours = 256;
/** Flat pictures are runs of one colour; to look for nothing else takes a fifth of the time. */
const strategy = constants.Z_RLE;

/** Rows of pixels, before each a 0: it is not filtered. One picture after the other is of the same size. */
let rows = Buffer.alloc(0);

/**
 * Writes pictures that lie one upon the other as one PNG file: https://www.w3.org/TR/png-3/#11Chunks
 * @param palette - their colours, each as 0xRRGGBB
 * @param ground - the lowest picture
 * @param layers - those that lie on it and do not reach out of it
 * @returns the file
 * @throws RangeError when there are more than 256 colours, or a picture reaches out of the lowest
 */
export function pngOf(palette: readonly number[], ground: Picture, ...layers: readonly Layer[]): Uint8Array {
  if (palette.length > mostColours) {
    throw new RangeError(`Expected at most ${mostColours} colours, got ${palette.length}`);
  }
  const { width, height } = ground;
  const length = height * (width + 1);
  rows = rows.length === length ? rows.fill(0) : Buffer.alloc(length);
  for (const layer of [{ left: 0, top: 0, ...ground }, ...layers]) {
    if (layer.left + layer.width > width || layer.top + layer.height > height) {
      throw new RangeError(`Expected a picture within ${width} × ${height} pixels`);
    }
    for (let row = 0; row < layer.height; row++) {
      const pixels = layer.pixels.subarray(row * layer.width, (row + 1) * layer.width);
      rows.set(pixels, (layer.top + row) * (width + 1) + 1 + layer.left);
    }
  }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, ...form]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const colours = Buffer.from(palette.flatMap((rgb) => [rgb >> 16, (rgb >> 8) & 0xff, rgb & 0xff]));
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", colours),
    chunk("IDAT", deflateSync(rows, { strategy })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(typed.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(typed, 4);
  framed.writeUInt32BE(crc32(typed), typed.length + 4);
  return framed;
}

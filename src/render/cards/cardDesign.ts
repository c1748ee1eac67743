/** Size of a card, pixels: the 1.91:1 that https://developers.facebook.com/docs/sharing/webmasters/images/ asks for. */
export const cardSize = { width: 1200, height: 630 } as const;

/** Colours, each as 0xRRGGBB. */
export const colours = { paper: 0xfaf8f3, ink: 0x1f1d1a, faded: 0x645e53, seal: 0xa3301f } as const;

/** Left and right of all that stands on a card, pixels. */
export const margin = 84;
/** Where the lines of the name are centred, pixels down from the top. */
export const middle = 322;

/** Reads the address of a card in any of its forms. Pure. */
import { parseId, parseVariant } from './params.ts';

/** The page, or a form with its ending, or a size and theme in a folder of the card's name. QR codes are in capitals. */
const CARD_PATH = /^\/cards\/([^/.]+)(?:\.(?:png|svg|json|md)|\/([^/]+))?\/?$/i;

/** The id of the card that a path names: "/cards/{id}", "/cards/{id}.json", "/cards/{id}/square-dark.png". */
export function cardIdOf(path: string): string | undefined {
  const match = CARD_PATH.exec(path);
  const [, id = '', variant] = match ?? [];
  if (variant !== undefined && !parseVariant(variant)) return undefined;
  return parseId(id.toLowerCase());
}

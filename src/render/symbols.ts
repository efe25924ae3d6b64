/** The symbols of status and nature: a shape for each status, and the filling of drawings for each nature. Pure. */
import type { Fill } from '../card/chart.ts';
import { fillOfNature } from '../card/chart.ts';
import type { Colors } from '../card/site.ts';
import type { Nature, Status } from '../card/status.ts';
import { frameOf, rectangle, type Shape } from './shapes.ts';

/** Draws a symbol in a square of `side` px. */
export type Sign = { draw(side: number, ink: string): Shape[] };

/** Paths in a unit square. */
const STATUS_PATHS: Record<Status, (side: number) => string> = {
  stated: (side) => `M0 ${side / 2}a${side / 2} ${side / 2} 0 1 0 ${side} 0a${side / 2} ${side / 2} 0 1 0 ${-side} 0z`,
  reported: (side) => rectangle(side * 0.06, side * 0.06, side * 0.88, side * 0.88),
  claimed: (side) => `M${side / 2} ${side * 0.04}L${side} ${side * 0.92}H0z`,
  assessed: (side) => `M${side / 2} 0L${side} ${side / 2}L${side / 2} ${side}L0 ${side / 2}z`,
};

export function statusPath(status: Status, side: number): string {
  return STATUS_PATHS[status](side);
}

export function statusSymbol(status: Status): Sign {
  return { draw: (side, color) => [{ name: status, x: 0, y: 0, d: statusPath(status, side), color }] };
}

export function natureSymbol(nature: Nature, colors: Colors): Sign {
  return {
    draw: (side) =>
      drawFill(`nature ${nature}`, fillOfNature(nature), { x: 0, y: 0, width: side, height: side }, colors),
  };
}

type Box = { x: number; y: number; width: number; height: number };

/** The thickness of an outline, in px. */
export const strokeOf = (side: number): number => Math.max(2, Math.round(side / 9));

/** A box in one of the three fillings of drawings. */
export function drawFill(name: string, fill: Fill, { x, y, width, height }: Box, colors: Colors): Shape[] {
  if (fill === 'hollow')
    return [{ name, x, y, d: frameOf(0, 0, width, height, strokeOf(Math.min(width, height))), color: colors.accent }];
  return [{ name, x, y, d: rectangle(0, 0, width, height), color: fill === 'solid' ? colors.accent : colors.tint }];
}

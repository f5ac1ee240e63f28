export type MarkShapeName = 'ring' | 'disc' | 'bar' | 'lozenge';

/**
 * The shape of a mark: a lozenge at the ends of a scale (±2), a disc between (±1), a bar for as usual (0). A cue without
 * a scale, which is only heard or not, has a disc.
 */
export function markShape(value: number | null, hasScale = true): MarkShapeName {
  if (value === null) return 'ring';
  if (!hasScale) return 'disc';
  if (value === 0) return 'bar';
  return Math.abs(value) >= 2 ? 'lozenge' : 'disc';
}

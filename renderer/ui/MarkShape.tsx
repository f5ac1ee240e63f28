import type { MarkShapeName } from './mark.ts';

export interface MarkShapeProps {
  readonly shape: MarkShapeName;
  readonly size?: string | undefined;
  readonly className?: string | undefined;
}

/** The shape of a mark, in the colour of the text around it; on paper and in forced colours too. Decorative: the word goes beside it. */
export function MarkShape({ shape, size = '1rem', className }: MarkShapeProps) {
  return (
    <svg aria-hidden="true" className={className} fill="currentColor" height={size} viewBox="0 0 16 16" width={size}>
      {shape === 'ring' && <circle cx="8" cy="8" fill="none" r="3.5" stroke="currentColor" strokeWidth="1.25" />}
      {shape === 'disc' && <circle cx="8" cy="8" r="4.75" />}
      {shape === 'bar' && <rect height="13" rx="1" width="4" x="6" y="1.5" />}
      {shape === 'lozenge' && <path d="M8 1.25 14.75 8 8 14.75 1.25 8Z" />}
    </svg>
  );
}

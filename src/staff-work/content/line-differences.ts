import { diffLines } from 'diff';

export interface DifferentLine {
  kind: 'same' | 'added' | 'removed' | 'skipped';
  text: string;
}

const AROUND = 2;

/** Line by line, with a little of what stands around; what is far from any change is skipped. */
export function lineDifferences(before: string | null, after: string | null): DifferentLine[] {
  const lines = diffLines(before ?? '', after ?? '').flatMap((part) => {
    const kind = part.added ? 'added' : part.removed ? 'removed' : 'same';
    return part.value
      .replace(/\n$/, '')
      .split('\n')
      .map((text): DifferentLine => ({ kind, text }));
  });
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ kind }) => kind !== 'same'),
  );
  return lines.flatMap((line, index) => {
    if (near[index] === true) return [line];
    return near[index - 1] === true || index === 0 ? [{ kind: 'skipped' as const, text: '…' }] : [];
  });
}

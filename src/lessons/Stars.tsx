import { Star } from 'lucide-react';
import { t } from '../language/t';

/** Two stars, filled as far as they are earned. */
export function Stars({ count, size = 16 }: { readonly count: 0 | 1 | 2; readonly size?: number }) {
  return (
    <span className="lessons-stars" role="img" aria-label={starWords(count)}>
      {[1, 2].map((star) => (
        <Star key={star} size={size} aria-hidden className="lessons-star" data-earned={count >= star} />
      ))}
    </span>
  );
}

function starWords(count: 0 | 1 | 2): string {
  switch (count) {
    case 0:
      return t`No star yet`;
    case 1:
      return t`One star of two`;
    case 2:
      return t`Both stars`;
  }
}

import { Star } from 'lucide-react';

const words = ['No star yet', 'One star of two', 'Both stars'] as const;

/** Two stars, filled as far as they are earned. */
export function Stars({ count, size = 16 }: { readonly count: 0 | 1 | 2; readonly size?: number }) {
  return (
    <span className="lessons-stars" role="img" aria-label={words[count]}>
      {[1, 2].map((star) => (
        <Star key={star} size={size} aria-hidden className="lessons-star" data-earned={count >= star} />
      ))}
    </span>
  );
}

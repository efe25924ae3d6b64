/** A card's picture: in the theme that was chosen, or else in the one that the reader's system is set to. */
import type { CardRecord } from '../../domain/record.ts';
import { SIZES, type Size } from '../../render/size.ts';
import type { Theme } from '../../render/theme.ts';
import type { Links } from '../links.ts';

type ThemedPictureProps = {
  record: CardRecord;
  links: Links;
  alt: string;
  size?: Size;
  theme?: Theme | undefined;
  loading?: 'lazy';
  fetchpriority?: 'high';
};

export function ThemedPicture({ record, links, alt, size = 'og', theme, ...hints }: ThemedPictureProps) {
  const { width, height } = SIZES[size];
  const address = (shown: Theme) => links.fresh(links.image(record.card.id, size, shown), record);
  const image = <img class={size} src={address(theme ?? 'light')} width={width} height={height} alt={alt} {...hints} />;
  if (theme) return image;
  return (
    <picture>
      <source media="(prefers-color-scheme: dark)" srcset={address('dark')} width={width} height={height} />
      {image}
    </picture>
  );
}

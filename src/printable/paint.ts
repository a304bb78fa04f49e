import picocolors from 'picocolors';
import { type Printable, type Sayable, styled } from './printable.ts';

type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow';

/** The styles that messages use. */
export type Paint = Readonly<Record<Style, (text: Sayable) => Printable>>;

/** @param color false leaves the text as it is */
export function createPaint(color: boolean): Paint {
  const colors = picocolors.createColors(color);
  const paint = (style: Style) => (text: Sayable) => styled(text, colors[style]);
  return {
    bold: paint('bold'),
    dim: paint('dim'),
    red: paint('red'),
    green: paint('green'),
    yellow: paint('yellow'),
  };
}

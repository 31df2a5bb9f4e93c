/** Pixels; y grows downwards, as in SVG and BPMN DI. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export const right = ({ x, width }: Box): number => x + width;
export const bottom = ({ y, height }: Box): number => y + height;
export const middle = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

export const boxAround = (center: Point, width: number, height: number): Box => ({
  x: center.x - width / 2,
  y: center.y - height / 2,
  width,
  height,
});

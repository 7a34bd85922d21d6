/** What the build makes: the shapes of acts, the sample year, and what Vite reads as text. */

declare module "virtual:shapes" {
  interface Shape {
    name: string;
    type: string;
    many?: boolean;
    optional?: boolean;
  }
  const shapes: {
    acts: Record<string, Shape[]>;
    structures: Record<string, Shape[]>;
    words: Record<string, string[]>;
  };
  export default shapes;
}

declare module "virtual:sample" {
  const journal: string;
  export default journal;
}

import type { JSX } from "preact";
import type { ViewProps } from "./view";

export default function Graph({ path }: ViewProps): JSX.Element {
  return <h1>{path}</h1>;
}

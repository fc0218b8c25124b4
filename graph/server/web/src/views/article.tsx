import type { JSX } from "preact";
import type { ViewProps } from "./view";

export default function Article({ path }: ViewProps): JSX.Element {
  return <h1>{path}</h1>;
}

import type { JSX } from "preact";
import type { ViewProps } from "./view";

export default function Entity({ path }: ViewProps): JSX.Element {
  return <h1>{path}</h1>;
}

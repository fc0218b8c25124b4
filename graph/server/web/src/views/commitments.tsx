import type { JSX } from "preact";
import type { ViewProps } from "./view";

export default function Commitments({ path }: ViewProps): JSX.Element {
  return <h1>{path}</h1>;
}

/** The graph explorer over the server's graph. */
import type { JSX } from "preact";
import { Explorer } from "../graph/explorer";
import { SERVER } from "../graph/source";
import { changeParams } from "../router";
import type { ViewProps } from "./view";

export default function GraphView({ params }: ViewProps): JSX.Element {
  return <Explorer source={SERVER} params={params} onParams={changeParams} />;
}

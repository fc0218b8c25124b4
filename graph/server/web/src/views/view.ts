/** What every view is: a component that gets the address and shows what it says. */
import type { ComponentType } from "preact";
import type { Route } from "../router";

export type ViewProps = Omit<Route, "view">;
export type View = ComponentType<ViewProps>;

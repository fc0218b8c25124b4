/** A target held against what was reached. */
import type { JSX } from "preact";
import { t } from "../i18n";
import type { Reckoning } from "./types";

export function Arithmetic({ reckonings }: { reckonings: readonly Reckoning[] }): JSX.Element | null {
  if (reckonings.length === 0) return null;
  return (
    <table class="arithmetic">
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">{t("reckoning.what")}</span></th>
          <th scope="col">{t("reckoning.target")}</th>
          <th scope="col">{t("reckoning.reached")}</th>
          <th scope="col">{t("reckoning.difference")}</th>
        </tr>
      </thead>
      <tbody>
        {reckonings.map((one) => (
          <tr key={one.indicator + one.target} class={one.met === null ? "" : one.met ? "met" : "unmet"}>
            <th scope="row">{one.indicator}</th>
            <td>{one.target}</td>
            <td>{one.reached}</td>
            <td>{one.difference}{one.met !== null && <span class="verdict"> {t(one.met ? "reckoning.met" : "reckoning.unmet")}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

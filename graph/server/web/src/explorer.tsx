/** The explorer alone, with its graph in the same file: what `camket export x.html` writes. */
import { render } from "preact";
import { t } from "./i18n";
import "./styles.css";

const root = document.getElementById("app");
if (root !== null) render(<h1>{t("app.title")}</h1>, root);

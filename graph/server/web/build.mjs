// Builds dist/: the page (index.html and its modules), explorer.html (the template of `camket export x.html`, one file
// with all in it), and licences.txt with the terms of everything that is bundled.
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as esbuild from "esbuild";

const OUT = "dist";
const NOT_BUNDLED = /^node_modules\/(esbuild|@esbuild\/|typescript|@typescript\/|graphology-types|@types\/)/;

const COMMON = {
  bundle: true,
  minify: true,
  target: ["chrome109", "firefox115", "safari16"],
  jsx: "automatic",
  jsxImportSource: "preact",
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "none",
  logLevel: "warning",
  loader: { ".svg": "dataurl" },
};

const PAGE = {
  ...COMMON,
  entryPoints: { main: "src/main.tsx", yasgui: "@zazuko/yasgui/build/yasgui.min.css" },
  outdir: OUT,
  format: "esm",
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
};

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
await cp("src/index.html", join(OUT, "index.html"));
await cp("src/icon.svg", join(OUT, "icon.svg"));
if (process.argv.includes("--watch")) {
  await (await esbuild.context({ ...PAGE, sourcemap: true, minify: false })).watch();
} else {
  await esbuild.build(PAGE);
}
await writeFile(join(OUT, "explorer.html"), await explorer());
await writeFile(join(OUT, "licences.txt"), await licences());

/** The explorer as one file: style, script and a Content-Security-Policy that allows these two alone. */
async function explorer() {
  const built = await esbuild.build({
    ...COMMON, entryPoints: { explorer: "src/explorer.tsx" }, outdir: OUT, format: "iife", write: false,
  });
  const text = (suffix) => built.outputFiles.filter((file) => file.path.endsWith(suffix)).map((file) => file.text).join("");
  const script = text(".js").replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  const hash = (code) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
  const policy = [
    "default-src 'none'", `script-src ${hash(script)} blob:`, "style-src 'unsafe-inline'", "img-src data: blob:",
    "worker-src blob:", "base-uri 'none'", "form-action 'none'",
  ].join("; ");
  const template = await readFile("src/explorer.html", "utf8");
  return template
    .replace("{policy}", () => policy)
    .replace("{style}", () => text(".css").replaceAll("</style", "<\\/style"))
    .replace("{script}", () => script);
}

/** Name, version, licence and the licence's text of every package that the bundles are made of. */
async function licences() {
  const lock = JSON.parse(await readFile("package-lock.json", "utf8"));
  const parts = ["The page of Camket is made with these packages, under these terms.\n"];
  for (const [folder, entry] of Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!folder || entry.dev || NOT_BUNDLED.test(folder)) continue;
    const files = (await readdir(folder)).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name)).sort();
    const texts = await Promise.all(files.map((name) => readFile(join(folder, name), "utf8").catch(() => "")));
    const { license, author } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const by = typeof author === "string" ? author : (author?.name ?? "");
    const terms = entry.license ?? (typeof license === "string" ? license : license?.type) ?? "see its text";
    parts.push(`${"=".repeat(80)}\n${folder.replace(/^.*node_modules\//, "")} ${entry.version}: ${terms}  ${by}\n`, ...texts);
  }
  return parts.join("\n");
}

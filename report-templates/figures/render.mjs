// Draws Vega-Lite specifications as static SVG: all figures of a report in one process.
// stdin:  { root: folder that holds node_modules, theme: Vega-Lite config, figures: [{ name, title, spec, values }] }
// stdout: { figures: [{ name, svg }] } or { error: { figure, message } }
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

// The drawn figures are part of a report's content: a new version is a new report. Keep equal to package.json.
const versions = { vega: '6.4.0', 'vega-lite': '6.4.3' };

const request = JSON.parse(readFileSync(0, 'utf8'));
const require = createRequire(`${request.root}/`);

async function load(name) {
  const found = JSON.parse(readFileSync(`${request.root}/node_modules/${name}/package.json`, 'utf8')).version;
  if (found !== versions[name]) throw new Error(`${name} ${versions[name]} is needed, ${found} is installed; run 'npm ci'`);
  return import(pathToFileURL(require.resolve(name)));
}

function escape(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

// Vega warns where a figure would silently come out wrong; here every warning is an error.
function strict() {
  const complain = (...args) => {
    throw new Error(args.join(' '));
  };
  const logger = { level: () => logger, error: complain, warn: complain, info: () => logger, debug: () => logger };
  return logger;
}

async function draw(vega, lite, figure) {
  const spec = { ...figure.spec, data: { values: figure.values } };
  const { spec: compiled } = lite.compile(spec, { config: request.theme, logger: strict() });
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logger: strict() });
  const svg = await view.toSVG();
  view.finalize();

  // One picture with a name and a description, instead of a tree of marks that a screen reader would walk through.
  const id = `svg-${figure.name}`;
  const attributes = `role="img" aria-labelledby="${id}-title ${id}-desc"`;
  const text = `<title id="${id}-title">${escape(figure.title)}</title><desc id="${id}-desc">${escape(figure.spec.description)}</desc>`;
  return svg
    .replace(/^<svg xmlns="[^"]*" xmlns:xlink="[^"]*" version="1.1" class="marks"/, `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}`)
    .replace('>', `>${text}`)
    .replace(/ role="graphics-[a-z]+"| aria-roledescription="[^"]*"| aria-hidden="true"/g, '');
}

async function main() {
  const [vega, lite] = [await load('vega'), await load('vega-lite')];
  const figures = [];
  for (const figure of request.figures) {
    try {
      figures.push({ name: figure.name, svg: await draw(vega, lite, figure) });
    } catch (error) {
      return { error: { figure: figure.name, message: error.message } };
    }
  }
  return { figures };
}

main()
  .catch((error) => ({ error: { message: error.message } }))
  .then((answer) => process.stdout.write(JSON.stringify(answer)));

/** Starts the API reference: everything it loads comes from this server. */
const SPEC_URL = "/openapi.json";

/** The body with a fresh `id` in place of the example's; other bodies stay as they are. */
const withFreshId = (body, exampleKey, fresh) => {
  try {
    const value = JSON.parse(body);
    return value?.id === exampleKey ? JSON.stringify({ ...value, id: fresh }, null, 2) : body;
  } catch {
    return body;
  }
};

/** A key left as the example would replay the first request for ever, so it is replaced wherever it stands. */
const withFreshKey = (exampleKey) => (request) => {
  // Browsers offer randomUUID on https and localhost only.
  const fresh = crypto.randomUUID?.() ?? exampleKey;
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    if (name.toLowerCase() === "idempotency-key" && value === exampleKey) request.headers[name] = fresh;
  }
  if (typeof request.body === "string") request.body = withFreshId(request.body, exampleKey, fresh);
  return request;
};

/** The command that prints a token of a known local person. */
const tokenRequest = (origin) => `curl -sX POST '${origin}/_local/token?as=ann'`;

/** Puts the token of the person whose button was pressed where Authorize would put a pasted one. */
const signIn = (ui) => async (event) => {
  const name = event.target.value;
  if (!name) return;
  const response = await fetch(`/_local/token?as=${encodeURIComponent(name)}`, { method: "POST" });
  if (response.ok) ui.preauthorizeApiKey("bearer", await response.text());
  document.querySelector("#people output").textContent = response.ok ? `✓ ${name}` : `HTTP ${response.status}`;
};

const cell = (text) => Object.assign(document.createElement("td"), { textContent: text });

const showErrorCodes = (codes) => {
  const rows = Object.entries(codes).map(([code, { status, title, detail }]) => {
    const row = document.createElement("tr");
    row.append(cell(code), cell(String(status)));
    row.append(cell(`${title.zh}。${detail.zh}`), cell(`${title.en}. ${detail.en}`));
    return row;
  });
  document.querySelector("#error-codes tbody").replaceChildren(...rows);
};

/** Finds groups by their shown name, and operations by path, id or summary, in either language. */
const finder = (names) => (groups, phrase) => {
  const holds = (...texts) => texts.some((text) => text?.toLowerCase().includes(phrase.toLowerCase()));
  const found = (each) =>
    holds(each.get("path"), each.getIn(["operation", "operationId"]), each.getIn(["operation", "summary"]));
  return groups
    .map((group, tag) => (holds(tag, names.get(tag)) ? group : group.update("operations", (own) => own.filter(found))))
    .filter((group) => group.get("operations").size > 0);
};

/** Swagger UI knows a tag's name only: this shows the name that people read and leaves addresses as they are. */
const displayNames = (tags) => {
  const names = new Map(tags.map((tag) => [tag.name, tag["x-displayName"]]));
  const wrap = (Link, system) => (props) =>
    system.React.createElement(Link, { ...props, text: names.get(props.path) ?? props.text });
  return { wrapComponents: { DeepLink: wrap }, fn: { opsFilter: finder(names) } };
};

const start = (spec) => {
  showErrorCodes(spec["x-error-codes"]);
  const ui = window.SwaggerUIBundle({
    spec,
    dom_id: "#swagger-ui",
    presets: [window.SwaggerUIBundle.presets.apis],
    plugins: [() => displayNames(spec.tags)],
    layout: "BaseLayout",
    deepLinking: true,
    docExpansion: "none",
    defaultModelsExpandDepth: 0,
    displayOperationId: true,
    displayRequestDuration: true,
    filter: true,
    persistAuthorization: true,
    queryConfigEnabled: false,
    requestInterceptor: withFreshKey(spec.components.schemas.Uuid?.examples[0]),
    validatorUrl: null,
  });
  document.querySelector("#people").addEventListener("click", signIn(ui));
};

/** Swagger UI keeps the address's fragment for itself, so this link opens and shows its target without it. */
const showCodes = (event) => {
  event.preventDefault();
  const codes = document.querySelector("#error-codes");
  codes.open = true;
  codes.scrollIntoView();
};

const explain = (error) => {
  document.querySelector("#swagger-ui").textContent = `${SPEC_URL}: ${error.message}`;
};

document.querySelector("#to-error-codes").addEventListener("click", showCodes);
document.querySelector("#token-request").textContent = tokenRequest(location.origin);
fetch(SPEC_URL)
  .then((response) => (response.ok ? response.json() : Promise.reject(new Error(`HTTP ${response.status}`))))
  .then(start)
  .catch(explain);

"use strict";

// What Swagger UI lacks here: signing in on the page, and a fresh Idempotency-Key for each try. Loaded between
// Swagger UI and its start. The content policy allows nothing inline, so everything is built as nodes.
(() => {
  const BASE = "/api/v1/auth";
  const SCHEME = "accessToken";
  // stands in the API description; whoever writes a key of their own keeps it
  const EXAMPLE_KEY = "0198c7a2-7b1e-4d3a-9c4e-2f6b8d1a5e70";
  const REFRESH_EARLY_MILLIS = 60000;

  const swagger = window.SwaggerUIBundle;
  let session = null;
  let challenge = null;
  let refreshing = null;

  window.SwaggerUIBundle = Object.assign(
    (settings) => swagger({ ...settings, requestInterceptor: withFreshKey }),
    swagger,
  );

  function withFreshKey(request) {
    const name = Object.keys(request.headers || {}).find((header) => header.toLowerCase() === "idempotency-key");
    if (name && request.headers[name] === EXAMPLE_KEY) {
      request.headers[name] = uuid();
    }
    return request;
  }

  // crypto.randomUUID is missing where the page came without TLS from another machine
  function uuid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  async function post(path, body, token) {
    const headers = { "Content-Type": "application/json" };
    if (token) {
      headers.Authorization = `Bearer ${token}`;
    }
    const reply = await fetch(BASE + path, { method: "POST", headers, body: JSON.stringify(body) });
    return reply.json();
  }

  function field(label, attributes) {
    const input = Object.assign(document.createElement("input"), attributes);
    const around = document.createElement("label");
    around.append(`${label} `, input);
    return { around, input };
  }

  const form = document.createElement("form");
  form.id = "sign-in";
  form.className = "wrapper";
  form.style.padding = "10px 20px";
  const email = field("E-mail", { type: "email", name: "email", autocomplete: "username", required: true });
  const password = field("Password", {
    type: "password",
    name: "password",
    autocomplete: "current-password",
    required: true,
  });
  const code = field("Code", { type: "text", name: "code", autocomplete: "one-time-code" });
  const button = Object.assign(document.createElement("button"), { type: "submit", className: "btn authorize" });
  const told = document.createElement("output");
  form.append(email.around, " ", password.around, " ", code.around, " ", button, " ", told);

  function show(text) {
    const signedIn = session !== null;
    for (const one of [email, password]) {
      one.around.hidden = signedIn || challenge !== null;
      one.input.required = !one.around.hidden;
    }
    code.around.hidden = signedIn || challenge === null;
    code.input.required = !code.around.hidden;
    button.textContent = signedIn ? "Sign out" : "Sign in";
    told.textContent = text;
  }

  function enter(opened) {
    session = opened;
    challenge = null;
    password.input.value = "";
    code.input.value = "";
    window.ui.preauthorizeApiKey(SCHEME, opened.accessToken);
    const left = new Date(opened.expiresAt).getTime() - Date.now() - REFRESH_EARLY_MILLIS;
    refreshing = setTimeout(refresh, Math.max(left, 1000));
    show(`${opened.username} (${opened.roles.join(", ")})`);
  }

  async function refresh() {
    const reply = await post("/refresh", { refreshToken: session.refreshToken });
    if (reply.success) {
      enter(reply.data);
    } else {
      leave(reply.error.message);
    }
  }

  function leave(text) {
    clearTimeout(refreshing);
    session = null;
    window.ui.authActions.logout([SCHEME]);
    show(text);
  }

  async function act() {
    if (session !== null) {
      const { accessToken } = session;
      leave("");
      await post("/logout", {}, accessToken);
      return;
    }
    const reply =
      challenge === null
        ? await post("/login", { email: email.input.value, password: password.input.value, device: "API page" })
        : await post("/login/second-factor", { challenge, code: code.input.value, device: "API page" });
    if (reply.success) {
      enter(reply.data);
    } else if (reply.error.code === "SECOND_FACTOR_NEEDED") {
      challenge = reply.error.details.challenge;
      show("Enter a code of your authenticator, or a backup code.");
    } else {
      // the challenge is good for some codes and minutes; what ends it starts all over
      if (reply.error.code === "TOKEN_REJECTED") {
        challenge = null;
      }
      show(reply.error.message);
    }
  }

  form.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    button.disabled = true;
    act()
      .catch(() => show("The server does not answer."))
      .finally(() => {
        button.disabled = false;
      });
  });

  show("");
  const dressed = document.createElement("div");
  dressed.className = "swagger-ui";
  dressed.append(form);
  document.body.prepend(dressed);
})();

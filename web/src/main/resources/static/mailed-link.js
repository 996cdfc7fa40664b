"use strict";

// Where the links of mails lead as long as no front end is configured (playledger.mail.link-base). What a token does
// is done when a person presses the button: programs that look at mails open their links.
(() => {
  const token = new URLSearchParams(location.search).get("token") || "";
  // no token stays in the address or in the history
  history.replaceState(null, "", location.pathname);

  const pages = {
    "/verify-email": {
      title: "Is this your e-mail address?",
      action: "Yes, it is mine",
      send: () => post("/verify-email", { token }),
      done: "Your e-mail address is confirmed.",
    },
    "/reset-password": {
      title: "Set a new password",
      field: { label: "New password", type: "password", autocomplete: "new-password" },
      action: "Set it",
      send: (newPassword) => post("/reset-password", { token, newPassword }),
      done: "Your password is set, and every session has ended. Sign in with it.",
    },
    "/forgot-password": {
      title: "Ask for a new password",
      field: { label: "E-mail", type: "email", autocomplete: "username" },
      action: "Ask",
      send: (email) => post("/forgot-password", { email }),
      done: "If there is an account with this address, a mail is on its way.",
    },
    "/confirm-email": {
      title: "Use this e-mail address for your account?",
      text: `It counts in that account alone: sign in there and send this token to /api/v1/auth/email/confirm: ${token}`,
    },
    "/account/identities": {
      title: "The other sites you come in through",
      text: "Sign in and see /api/v1/auth/identities, where you can also take one away.",
    },
  };

  async function post(path, body) {
    const reply = await fetch(`/api/v1/auth${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return reply.json();
  }

  function element(name, properties) {
    return Object.assign(document.createElement(name), properties);
  }

  function told(error) {
    return error.code === "VALIDATION_FAILED" ? Object.values(error.details).join("; ") : error.message;
  }

  const page = pages[location.pathname];
  const main = document.getElementById("page");
  main.append(element("h1", { textContent: page.title }));
  if (page.text) {
    main.append(
      element("p", { textContent: page.text }),
      element("a", { href: "/docs", textContent: "Sign in on the API page" }),
    );
    return;
  }

  const form = element("form", {});
  const input = element("input", { required: true, ...(page.field || { type: "hidden" }) });
  if (page.field) {
    const label = element("label", { textContent: `${page.field.label} ` });
    label.append(input);
    form.append(label, " ");
  }
  const button = element("button", { type: "submit", textContent: page.action });
  const answer = element("output", {});
  form.append(button, " ", answer);
  form.addEventListener("submit", async (submitted) => {
    submitted.preventDefault();
    button.disabled = true;
    try {
      const reply = await page.send(input.value);
      answer.textContent = reply.success ? page.done : told(reply.error);
      button.disabled = reply.success;
    } catch {
      answer.textContent = "The server does not answer.";
      button.disabled = false;
    }
  });
  main.append(form);
})();

"use strict";

// The pages of mailed links, used if no front end is configured (playledger.mail.link-base). A token is used only when
// a person presses the button, because mail programs open links by themselves.
(() => {
  const token = new URLSearchParams(location.search).get("token") || "";
  // removes the token from the address and the history
  history.replaceState(null, "", location.pathname);

  const pages = {
    "/verify-email": {
      title: "Confirm your e-mail address",
      action: "Confirm",
      send: () => post("/verify-email", { token }),
      done: "Your e-mail address is confirmed.",
    },
    "/reset-password": {
      title: "Reset your password",
      field: { label: "New password", type: "password", autocomplete: "new-password" },
      action: "Set password",
      send: (newPassword) => post("/reset-password", { token, newPassword }),
      done: "Your password is set, and every session has ended. Sign in with the new password.",
    },
    "/forgot-password": {
      title: "Request a password reset",
      field: { label: "E-mail", type: "email", autocomplete: "username" },
      action: "Send mail",
      send: (email) => post("/forgot-password", { email }),
      done: "If there is an account with this address, a mail has been sent.",
    },
    "/confirm-email": {
      title: "Confirm your new e-mail address",
      text: `Sign in to the account that requested it, and send this token to /api/v1/auth/email/confirm: ${token}`,
    },
    "/account/identities": {
      title: "Your linked sites",
      text: "Sign in and open /api/v1/auth/identities to list or unlink them.",
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

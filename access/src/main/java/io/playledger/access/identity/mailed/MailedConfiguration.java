package io.playledger.access.identity.mailed;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires what goes by mail. */
@Configuration(proxyBeanMethods = false)
@Import({AccountMails.class, EmailChange.class, EmailVerification.class, PasswordReset.class})
class MailedConfiguration {}

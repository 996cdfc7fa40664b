package io.playledger.access.identity.account;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires accounts and their addresses. */
@Configuration(proxyBeanMethods = false)
@Import({Accounts.class, EmailAddresses.class, EmailChangeTable.class})
class AccountConfiguration {}

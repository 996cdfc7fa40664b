package io.playledger.access.identity.registration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first administrator.
 *
 * @param email e-mail address of the administrator whom a start creates; empty for none
 * @param passwordFile file for the one-time password of that administrator, readable by its owner
 *     only; empty for none
 */
@ConfigurationProperties("playledger.first-admin")
record FirstAdminSettings(@DefaultValue("") String email, @DefaultValue("") String passwordFile) {}

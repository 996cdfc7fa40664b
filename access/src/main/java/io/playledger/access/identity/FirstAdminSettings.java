package io.playledger.access.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is to be the first administrator.
 *
 * @param email empty for nobody
 * @param passwordFile where the one-time password is written too, readable by its owner only; empty
 *     for nowhere
 */
@ConfigurationProperties("playledger.first-admin")
record FirstAdminSettings(@DefaultValue("") String email, @DefaultValue("") String passwordFile) {}

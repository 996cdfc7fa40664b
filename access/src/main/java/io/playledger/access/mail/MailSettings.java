package io.playledger.access.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of mail. The mail server itself is configured under {@code spring.mail}; without one,
 * mails are kept for an admin to read.
 *
 * @param from sender's address
 * @param linkBase start of the links in mails: the site of the front end, with pages under {@code
 *     /verify-email?token=}, {@code /reset-password?token=}, {@code /confirm-email?token=}, {@code
 *     /forgot-password} and {@code /account/identities}; the server itself has plain pages under
 *     these paths
 * @param poll how often the outbox is read
 * @param attemptsMax attempts before a mail counts as failed
 * @param firstRetry pause after the first failure; doubles with each, up to one hour
 * @param perAddressMax mails of one kind to one address per hour; further ones are dropped silently
 * @param waitingMax mails that can wait; further ones are refused
 * @param keptFor how long mails are kept after they were requested
 */
@Validated
@ConfigurationProperties("playledger.mail")
public record MailSettings(
    @DefaultValue("playledger@localhost") @NotBlank @Email String from,
    @DefaultValue("http://localhost:8080") @NotBlank String linkBase,
    @DefaultValue("1s") Duration poll,
    @DefaultValue("8") @Min(1) @Max(20) int attemptsMax,
    @DefaultValue("1m") Duration firstRetry,
    @DefaultValue("5") @Min(1) @Max(100) int perAddressMax,
    @DefaultValue("10000") @Min(10) @Max(1_000_000) int waitingMax,
    @DefaultValue("7d") Duration keptFor) {}

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
 * Mail. The mail server itself is set under {@code spring.mail}; without one, mail is kept for an
 * admin to read.
 *
 * @param from sender's address
 * @param linkBase what links in mails begin with: the site that people use
 * @param poll how often waiting mail is looked for
 * @param attemptsMax attempts before a mail counts as failed
 * @param firstRetry pause after the first failure; doubles with each, to at most an hour
 * @param perAddressMax mails of one kind to one address in an hour; more are dropped in silence
 * @param waitingMax mails that wait; one more is refused
 * @param keptFor how long mails are kept after they were asked for
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

package io.playledger.access.identity.mailed;

import io.playledger.access.identity.account.Account;
import io.playledger.access.identity.account.Accounts;
import io.playledger.access.identity.account.EmailAddresses;
import io.playledger.access.identity.account.EmailChangeTable;
import io.playledger.access.identity.token.OneTimeTokens;
import io.playledger.access.mail.Mail;
import io.playledger.access.mail.MailKind;
import io.playledger.access.mail.MailSettings;
import io.playledger.access.mail.MailWriter;
import java.time.Clock;
import java.util.Optional;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes mails about accounts. The token in a mail is created when the mail is written, so it is
 * not stored in the outbox.
 */
final class AccountMails implements MailWriter {

  private final Accounts accounts;
  private final EmailAddresses emails;
  private final EmailChangeTable changes;
  private final OneTimeTokens tokens;
  private final String linkBase;
  private final Clock clock;

  AccountMails(
      Accounts accounts,
      EmailAddresses emails,
      EmailChangeTable changes,
      OneTimeTokens tokens,
      MailSettings settings,
      Clock clock) {
    this.accounts = accounts;
    this.emails = emails;
    this.changes = changes;
    this.tokens = tokens;
    this.linkBase = settings.linkBase();
    this.clock = clock;
  }

  @Override
  public Optional<Mail> write(MailKind kind, byte[] emailHash) {
    Optional<Account> active =
        accounts.findByEmail(emailHash).filter(account -> account.state() == Account.State.ACTIVE);
    return switch (kind) {
      case VERIFY_EMAIL ->
          active.filter(account -> !account.emailVerified()).map(this::verification);
      case RESET_PASSWORD -> active.map(this::reset);
      case IDENTITY_LINKED -> active.filter(Account::emailVerified).map(this::linked);
      case PROVE_NEW_EMAIL -> changes.newest(emailHash, clock.instant()).flatMap(this::proof);
      case EMAIL_CHANGE_ASKED ->
          active.filter(account -> changes.find(account.id()).isPresent()).map(this::changeAsked);
    };
  }

  private Mail verification(Account account) {
    String token = tokens.issue(account.id(), OneTimeTokens.Purpose.VERIFY_EMAIL).text();
    return mail(
        account,
        "Confirm your e-mail address",
        "This address was used to register a Playledger account.",
        "To confirm that it is yours, open this link within 24 hours:",
        linkBase + "/verify-email?token=" + token,
        "If it was not you, ignore this mail: your address cannot be used without this link.");
  }

  private Mail reset(Account account) {
    String token = tokens.issue(account.id(), OneTimeTokens.Purpose.RESET_PASSWORD).text();
    return mail(
        account,
        "Reset your password",
        "A new password was requested for your account.",
        "To set it, open this link within one hour:",
        linkBase + "/reset-password?token=" + token,
        "If it was not you, ignore this mail: your password stays the same.");
  }

  private Mail linked(Account account) {
    return mail(
        account,
        "A new way to sign in to your account",
        "Your account was linked to another site, through which you can now sign in.",
        "To see or unlink it, open your account:",
        linkBase + "/account/identities",
        "If it was not you, unlink it there and change your password.");
  }

  private Optional<Mail> proof(EmailChangeTable.Row wanted) {
    Optional<Account> account = accounts.find(wanted.player());
    return account.flatMap(
        some ->
            changes
                .issue(wanted)
                .map(
                    token ->
                        mail(
                            emails.of(wanted),
                            some,
                            "Confirm your new e-mail address",
                            "This e-mail address was requested for the account with this name.",
                            "To confirm it, sign in to that account and open this link within 24"
                                + " hours:",
                            linkBase + "/confirm-email?token=" + token.text(),
                            "If it was not you, ignore this mail: without this link and that"
                                + " account your address cannot be used.")));
  }

  private Mail changeAsked(Account account) {
    return mail(
        account,
        "Your e-mail address is about to change",
        "A new e-mail address was requested for your account.",
        "If it was not you, reset your password here, which ends every session:",
        linkBase + "/forgot-password",
        "Once the new address is confirmed, we write to that address only.");
  }

  private Mail mail(
      Account account, String subject, String why, String what, String link, String otherwise) {
    // the account was found by its address, so it has one
    return mail(emails.of(account).orElseThrow(), account, subject, why, what, link, otherwise);
  }

  private static Mail mail(
      String to,
      Account account,
      String subject,
      String why,
      String what,
      String link,
      String otherwise) {
    String text =
        """
        Hello %s,

        %s
        %s

        %s

        %s
        """
            .formatted(account.username(), why, what, link, otherwise);
    String html =
        """
        <!DOCTYPE html>
        <html lang="en"><body>
        <p>Hello %s,</p>
        <p>%s<br>%s</p>
        <p><a href="%s">%s</a></p>
        <p>%s</p>
        </body></html>
        """
            .formatted(
                HtmlUtils.htmlEscape(account.username()),
                why,
                what,
                HtmlUtils.htmlEscape(link),
                HtmlUtils.htmlEscape(subject),
                otherwise);
    return new Mail(to, subject, text, html);
  }
}

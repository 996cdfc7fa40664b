package io.playledger.access.identity.registration;

import io.playledger.access.identity.account.Account;
import io.playledger.access.identity.account.Accounts;
import io.playledger.access.identity.following.AccountFollowing;
import io.playledger.access.identity.mfa.SecondFactors;
import io.playledger.access.identity.password.Passwords;
import io.playledger.access.identity.session.EndReason;
import io.playledger.access.identity.session.Sessions;
import io.playledger.access.identity.token.OneTimeTokens;
import io.playledger.api.CommandRejected;
import io.playledger.api.MetadataKeys;
import io.playledger.api.identity.GrantRole;
import io.playledger.api.identity.IdentityRejection;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import io.playledger.runtime.command.CommandRequest;
import io.playledger.runtime.command.Commands;
import io.playledger.web.authority.RequestOrigin;
import io.playledger.web.http.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;

/**
 * Creates the first administrator at a start with {@code --admin EMAIL} and prints a one-time
 * password. An account with its own password keeps it and only gets the role; an account without
 * one gets a new one-time password. So does an account that has not verified the address and is not
 * yet an administrator, because anybody could have registered it before this start.
 */
@Order(1)
final class FirstAdmin implements ApplicationRunner {

  private static final String SYSTEM = "system";

  private final FirstAdminSettings settings;
  private final Registration registration;
  private final Accounts accounts;
  private final AccountFollowing following;
  private final Sessions sessions;
  private final Passwords passwords;
  private final OneTimeTokens tokens;
  private final SecondFactors secondFactors;
  private final Commands commands;
  private final Clock clock;

  FirstAdmin(
      FirstAdminSettings settings,
      Registration registration,
      Accounts accounts,
      AccountFollowing following,
      Sessions sessions,
      Passwords passwords,
      OneTimeTokens tokens,
      SecondFactors secondFactors,
      Commands commands,
      Clock clock) {
    this.settings = settings;
    this.registration = registration;
    this.accounts = accounts;
    this.following = following;
    this.sessions = sessions;
    this.passwords = passwords;
    this.tokens = tokens;
    this.secondFactors = secondFactors;
    this.commands = commands;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (settings.email().isBlank()) {
      return;
    }
    Optional<Account> existing = registration.find(settings.email());
    String password = Passwords.oneTime();
    boolean anybodys = existing.filter(this::isUnverifiedAndNoAdmin).isPresent();
    PlayerId admin = existing.map(Account::id).orElseGet(() -> register(password));
    existing
        .filter(account -> account.state() == Account.State.REGISTERING)
        .ifPresent(account -> registration.admit(account, origin()));
    if (existing.isPresent() && !existing.get().passwordOneTime() && !anybodys) {
      grant(admin);
      print("keeps its password.");
      return;
    }
    if (anybodys) {
      secondFactors.remove(admin);
    }
    if (existing.isPresent()) {
      accounts.changePassword(admin, passwords.hash(password), true);
      tokens.forgetLetIns(admin);
      sessions.endAll(admin, EndReason.CREDENTIALS_CHANGED);
    }
    grant(admin);
    print("one-time password: " + password);
    writeFile(password);
  }

  private boolean isUnverifiedAndNoAdmin(Account account) {
    return !account.emailVerified() && !accounts.roles(account.id()).contains(Role.ADMIN);
  }

  private PlayerId register(String password) {
    String username = "admin-" + Ids.next().toString().substring(24, 34);
    return registration
        .register(
            new Registration.Application(
                settings.email(),
                username,
                password,
                true,
                Ids.next(),
                username.getBytes(StandardCharsets.UTF_8)),
            origin())
        .player();
  }

  private void grant(PlayerId admin) {
    try {
      String id = Ids.next().toString();
      commands.send(
          CommandRequest.unkeyed(
              new GrantRole(admin, Role.ADMIN, null, clock.instant()),
              Map.of(
                  MetadataKeys.ACTOR_ID, SYSTEM,
                  MetadataKeys.ACTOR_ROLE, SYSTEM,
                  MetadataKeys.REQUEST_ID, id,
                  MetadataKeys.CORRELATION_ID, id,
                  MetadataKeys.CAUSATION_ID, id)));
    } catch (CommandRejected rejected) {
      if (rejected.code() != IdentityRejection.ROLE_ALREADY_GRANTED) {
        throw rejected;
      }
    }
    following.follow(admin);
  }

  private static RequestOrigin origin() {
    String id = Ids.next().toString();
    return new RequestOrigin(id, id, SYSTEM);
  }

  private void print(String what) {
    // to the terminal only, because the log must not contain passwords
    System.out.println("First administrator " + settings.email() + ", " + what);
  }

  private void writeFile(String password) {
    if (settings.passwordFile().isBlank()) {
      return;
    }
    Path file = Path.of(settings.passwordFile());
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, password + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the one-time password to " + file, e);
    }
  }
}

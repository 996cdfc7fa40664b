package io.playledger.access.identity.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.playledger.access.identity.account.Account;
import io.playledger.access.identity.external.ExternalIdentities;
import io.playledger.access.identity.external.ExternalPerson;
import io.playledger.access.identity.registration.Newcomers;
import io.playledger.access.identity.session.Client;
import io.playledger.access.identity.signin.SignIns;
import io.playledger.api.identity.PlayerId;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import io.playledger.web.authority.RequestOrigin;
import io.playledger.web.http.Ids;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The account to which a person signs in through another site. */
class ExternalSignInIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private static final int AT_ONCE = 8;

  private final HttpTestClient http = SERVER.http();
  private final ExternalSignIn signIn = SERVER.bean(ExternalSignIn.class);
  private final ExternalIdentities identities = SERVER.bean(ExternalIdentities.class);
  private final JdbcClient database = JdbcClient.create(SERVER.bean(DataSource.class));

  @Nested
  class SomebodyNew {

    @Test
    void newPersonGetsAnAccountWithAWalletAndNoPassword() {
      String email = newEmail();
      SignIns.Entry entry = enter(person("google", email, true));

      HttpTestClient.Reply me = me(entry);
      assertThat(me.data().path("email").asString()).isEqualTo(email);
      assertThat(me.data().path("emailVerified").asBoolean()).isTrue();
      awaitWallet(entry);
      assertThat(entry.session().proof().methods()).containsExactly("fed");
      assertThat(
              database
                  .sql("SELECT password_hash IS NULL FROM auth.account WHERE id = ?")
                  .param(entry.account().id().value())
                  .query(Boolean.class)
                  .single())
          .isTrue();
    }

    @Test
    void personReturnsToTheirAccountWithAnyAddress() {
      String subject = newSubject();
      SignIns.Entry first = enter(person("google", subject, newEmail(), true));
      SignIns.Entry second = enter(person("google", subject, newEmail(), true));

      assertThat(second.account().id()).isEqualTo(first.account().id());
    }

    @Test
    void personWithoutAnAddressGetsAnAccount() {
      SignIns.Entry entry =
          enter(ExternalPerson.withoutEmail("steam", newSubject(), Optional.of("Bonny")));

      assertThat(me(entry).status()).isEqualTo(200);
      assertThat(me(entry).data().has("email")).isFalse();
    }

    @Test
    void unverifiedAddressIsNotAdded() {
      String email = newEmail();
      SignIns.Entry entry = enter(person("discord", email, false));

      assertThat(me(entry).data().has("email")).isFalse();
      assertThat(register(email).status()).as("the owner may still register").isEqualTo(201);
    }

    @Test
    void sameIdAtTwoProvidersIsTwoPeople() {
      String subject = newSubject();
      PlayerId one =
          enter(ExternalPerson.withoutEmail("steam", subject, Optional.empty())).account().id();
      PlayerId other =
          enter(ExternalPerson.withoutEmail("epic", subject, Optional.empty())).account().id();

      assertThat(other).isNotEqualTo(one);
    }

    @Test
    void interruptedRegistrationIsCompletedByTheNextSignIn() {
      ExternalPerson person = person("google", newEmail(), true);
      Account cutOff = SERVER.bean(Newcomers.class).make(person).orElseThrow();
      assertThat(cutOff.state()).isEqualTo(Account.State.REGISTERING);

      SignIns.Entry entry = enter(person);
      assertThat(entry.account().id()).isEqualTo(cutOff.id());
      awaitWallet(entry);
    }

    @Test
    void identityIsStoredHashedAndEncrypted() {
      String subject = newSubject();
      enter(new ExternalPerson("epic", subject, Optional.of("Bonny-X"), Optional.empty(), false));

      String rows =
          database
              .sql("SELECT encode(t::text::bytea, 'escape') FROM auth.external_identity t")
              .query(String.class)
              .list()
              .toString();
      assertThat(rows).doesNotContain(subject).doesNotContain(hex(subject)).contains("epic");
    }
  }

  @Nested
  class SomebodyWithTheAddressOfAnAccount {

    private final TestPlayer player = SERVER.newPlayer();

    @Test
    void addressVerifiedByBothSidesLeadsToItsAccount() {
      verifyEmail(player);
      SignIns.Entry entry = enter(person("google", player.email(), true));

      assertThat(entry.account().id().toString()).isEqualTo(player.id());
      assertThat(identities.of(entry.account().id())).hasSize(1);
    }

    @Test
    void addressUnverifiedByTheProviderIsRefused() {
      verifyEmail(player);
      refused(person("discord", player.email(), false), TransportCode.IDENTITY_NOT_LINKED);
    }

    @Test
    void addressUnverifiedByTheAccountIsRefused() {
      refused(person("google", player.email(), true), TransportCode.IDENTITY_NOT_LINKED);
      assertThat(identities.of(PlayerId.of(player.id()))).isEmpty();
    }

    @Test
    void addressVerifiedByNeitherIsRefused() {
      refused(person("google", player.email(), false), TransportCode.IDENTITY_NOT_LINKED);
    }

    @Test
    void accountWithAnotherIdentityOfTheProviderIsRefused() {
      verifyEmail(player);
      enter(person("google", player.email(), true));

      refused(person("google", player.email(), true), TransportCode.IDENTITY_NOT_LINKED);
    }
  }

  @Nested
  class Linking {

    private final TestPlayer player = SERVER.newPlayer();

    @Test
    void linkedIdentitySignsInToItsAccount() {
      verifyEmail(player);
      ExternalPerson person = person("discord", newEmail(), false);
      link(player, person);
      link(player, person);

      assertThat(enter(person).account().id().toString()).isEqualTo(player.id());
    }

    @Test
    void linkingNeedsAVerifiedAddressOfTheAccount() {
      assertThatThrownBy(() -> link(player, person("google", newEmail(), true)))
          .satisfies(e -> assertCode(e, TransportCode.EMAIL_NOT_VERIFIED));
    }

    @Test
    void identityOfAnotherAccountCannotBeLinked() {
      verifyEmail(player);
      ExternalPerson person = person("google", newEmail(), true);
      PlayerId owner = enter(person).account().id();

      assertThatThrownBy(() -> link(player, person))
          .satisfies(e -> assertCode(e, TransportCode.IDENTITY_TAKEN));
      assertThat(enter(person).account().id()).isEqualTo(owner);
    }

    @Test
    void onlyOneIdentityPerProviderCanBeLinked() {
      verifyEmail(player);
      link(player, person("google", newEmail(), true));

      assertThatThrownBy(() -> link(player, person("google", newEmail(), true)))
          .satisfies(e -> assertCode(e, TransportCode.PROVIDER_LINKED_ALREADY));
    }
  }

  @Nested
  class AtOnce {

    @Test
    void parallelSignInsOfOnePersonMakeOneAccount() throws Exception {
      ExternalPerson person = person("google", newEmail(), true);
      assertThat(enterAtOnce(Collections.nCopies(AT_ONCE, person))).hasSize(1);
    }

    @Test
    void parallelSignInsWithoutAnAddressMakeOneAccount() throws Exception {
      ExternalPerson person =
          ExternalPerson.withoutEmail("steam", newSubject(), Optional.of("Bonny"));
      assertThat(enterAtOnce(Collections.nCopies(AT_ONCE, person))).hasSize(1);
    }

    @Test
    void parallelSignInsWithOneVerifiedAddressShareOneAccount() throws Exception {
      String email = newEmail();
      List<ExternalPerson> people = new ArrayList<>();
      for (String provider : List.of("google", "discord", "epic", "other")) {
        people.add(person(provider, email, true));
      }
      Set<PlayerId> players = enterAtOnce(people);

      assertThat(players).hasSize(1);
      assertThat(identities.of(players.iterator().next())).hasSize(4);
    }

    private Set<PlayerId> enterAtOnce(List<ExternalPerson> people) throws Exception {
      List<Callable<PlayerId>> entries = new ArrayList<>();
      people.forEach(person -> entries.add(() -> enter(person).account().id()));
      Set<PlayerId> players = new HashSet<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
        for (Future<PlayerId> player : threads.invokeAll(entries)) {
          players.add(player.get());
        }
      }
      return players;
    }
  }

  private SignIns.Entry enter(ExternalPerson person) {
    return signIn.enter(person, client());
  }

  private void refused(ExternalPerson person, TransportCode code) {
    assertThatThrownBy(() -> enter(person)).satisfies(e -> assertCode(e, code));
    assertThat(identities.find(person)).isEmpty();
  }

  private static void assertCode(Throwable thrown, TransportCode code) {
    assertThat(thrown).isInstanceOf(ApiProblem.class);
    assertThat(((ApiProblem) thrown).code()).isEqualTo(code);
  }

  private void link(TestPlayer player, ExternalPerson person) {
    signIn.link(PlayerId.of(player.id()), person, client().origin());
  }

  private void awaitWallet(SignIns.Entry entry) {
    await()
        .atMost(TestMarket.PATIENCE)
        .until(
            () -> http.get("/wallet").token(entry.access().token()).send().status(),
            status -> status == 200);
  }

  private HttpTestClient.Reply me(SignIns.Entry entry) {
    return http.get("/auth/me").token(entry.access().token()).send();
  }

  private HttpTestClient.Reply register(String email) {
    return http.post(
            "/auth/register",
            """
            {"email":"%s","username":"%s","password":"%s"}
            """
                .formatted(email, newSubject().substring(0, 20), TestPlayer.PASSWORD))
        .keyed()
        .send();
  }

  private void verifyEmail(TestPlayer player) {
    database
        .sql("UPDATE auth.account SET email_verified_at = clock_timestamp() WHERE id = ?::uuid")
        .param(player.id())
        .update();
  }

  private static ExternalPerson person(String provider, String email, boolean verified) {
    return person(provider, newSubject(), email, verified);
  }

  private static ExternalPerson person(
      String provider, String subject, String email, boolean verified) {
    return new ExternalPerson(
        provider, subject, Optional.of("Ann Bonny"), Optional.of(email), verified);
  }

  private static Client client() {
    String id = Ids.next().toString();
    return new Client("a test", "test", "127.0.0.1", new RequestOrigin(id, id, "test"));
  }

  private static String newSubject() {
    return "s" + UUID.randomUUID().toString().replace("-", "");
  }

  private static String newEmail() {
    return newSubject() + "@example.org";
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}

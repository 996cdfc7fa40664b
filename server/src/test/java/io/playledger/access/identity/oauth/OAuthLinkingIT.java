package io.playledger.access.identity.oauth;

import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.othersite.StandInSite.Person;
import io.playledger.server.HttpTestClient;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Linking and unlinking of sites. */
class OAuthLinkingIT extends OAuthScene {

  @Nested
  class Linking {

    private final TestPlayer player = server.newPlayer();

    @Test
    void linkingAddsAWayToSignIn() {
      verifyEmail(player);
      HttpTestClient.Reply linked = link(player, ann, "discord");
      assertThat(linked.status()).as(linked.toString()).isEqualTo(201);

      JsonNode identity = http.get("/auth/identities").as(player).send().data().get(0);
      assertThat(identity.path("provider").asString()).isEqualTo("discord");
      assertThat(identity.path("providerId").asString()).isEqualTo(ann.subject());
      assertThat(playerOf(browser.signIn("discord", ann))).isEqualTo(player.id());
    }

    @Test
    void linkingIsCompletedByTheSessionThatStartedIt() {
      verifyEmail(player);
      TestPlayer stranger = server.newPlayer();
      verifyEmail(stranger);
      String code = linkingCode(player, ann, "discord");

      assertProblem(
          http.post("/auth/identities", TestMarket.json("code", code)).as(stranger).send(),
          422,
          "TOKEN_REJECTED");
      TestPlayer elsewhere = server.logIn(player.email(), TestPlayer.PASSWORD);
      assertProblem(
          http.post(
                  "/auth/identities", TestMarket.json("code", linkingCode(player, ann, "discord")))
              .as(elsewhere)
              .send(),
          422,
          "TOKEN_REJECTED");
    }

    @Test
    void codesForLinkingAndSignInAreNotInterchangeable() {
      verifyEmail(player);
      assertProblem(browser.exchange(linkingCode(player, ann, "discord")), 422, "TOKEN_REJECTED");
      String code = TestBrowser.code(browser.travel("discord", ann));
      assertProblem(
          http.post("/auth/identities", TestMarket.json("code", code)).as(player).send(),
          422,
          "TOKEN_REJECTED");
    }

    @Test
    void identityOfAnotherAccountCannotBeLinked() {
      verifyEmail(player);
      browser.signIn("discord", ann);

      assertProblem(link(player, ann, "discord"), 409, "IDENTITY_TAKEN");
    }

    @Test
    void ticketForLinkingIsAcceptedOnceAndForItsSiteOnly() {
      String ticket = ticket(player, "discord");
      assertProblem(browser.open("/auth/google?ticket=" + ticket), 422, "JOURNEY_REJECTED");
      String another = ticket(player, "discord");
      TestBrowser.location(browser.open("/auth/discord?ticket=" + another));
      assertProblem(browser.open("/auth/discord?ticket=" + another), 422, "JOURNEY_REJECTED");
    }

    @Test
    void linkingNeedsARecentSignIn() {
      signedInLongAgo(player);

      assertProblem(
          http.post("/auth/identities/google", "{}").as(player).send(), 403, "STEP_UP_REQUIRED");
    }
  }

  @Nested
  class Unlinking {

    @Test
    void lastWayToSignInCannotBeUnlinked() {
      TestPlayer player = in(browser.signIn("google", ann));

      assertProblem(unlinkFirst(player), 409, "LAST_WAY_IN");
      assertThat(playerOf(browser.signIn("google", ann))).isEqualTo(player.id());
    }

    @Test
    void passwordCountsAsAWayToSignInOnlyWithAVerifiedAddress() {
      TestPlayer player = server.newPlayer();
      verifyEmail(player);
      assertThat(link(player, ann, "discord").status()).isEqualTo(201);
      unverifyEmail(player);
      assertProblem(unlinkFirst(player), 409, "LAST_WAY_IN");

      verifyEmail(player);
      assertThat(unlinkFirst(player).status()).isEqualTo(200);
    }

    @Test
    void unlinkingRemovesOneOfTwoAndEndsOtherSessions() {
      TestPlayer player = in(browser.signIn("epic", ann));
      TestPlayer elsewhere = in(browser.signIn("epic", ann));
      assertThat(link(player, Person.named("Ann elsewhere"), "discord").status()).isEqualTo(201);

      assertThat(unlinkFirst(player).status()).isEqualTo(200);
      assertThat(http.get("/auth/me").as(player).send().status()).isEqualTo(200);
      assertThat(http.get("/auth/me").as(elsewhere).send().status()).isEqualTo(401);
      assertThat(credentialChanges(player.id())).contains("IDENTITY_UNLINKED");
      assertThat(playerOf(browser.signIn("epic", ann)))
          .as("the unlinked identity signs in to a new account")
          .isNotEqualTo(player.id());
    }

    @Test
    void unlinkedSiteWithTheVerifiedAddressLinksAgain() {
      TestPlayer player = in(browser.signIn("google", ann));
      link(player, Person.named("Ann elsewhere"), "discord");
      assertThat(unlinkFirst(player).status()).isEqualTo(200);

      assertThat(playerOf(browser.signIn("google", ann))).isEqualTo(player.id());
    }

    @Test
    void parallelUnlinkingKeepsOneWayToSignIn() throws Exception {
      TestPlayer player = in(browser.signIn("epic", ann));
      link(player, Person.named("Ann elsewhere"), "discord");
      List<Callable<Integer>> both = new ArrayList<>();
      http.get("/auth/identities")
          .as(player)
          .send()
          .data()
          .forEach(
              identity -> both.add(() -> unlink(player, identity.path("id").asString()).status()));
      List<Integer> statuses = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        for (Future<Integer> status : threads.invokeAll(both)) {
          statuses.add(status.get());
        }
      }

      assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void lastSiteCanBeUnlinkedIfThereIsAPassword() {
      TestPlayer player = in(browser.signIn("google", ann));
      assertThat(http.post("/auth/set-password", "{}").as(player).send().status()).isEqualTo(202);
      resetPassword(ann.email(), "Another-horse-8");
      TestPlayer again = in(logIn(ann.email(), "Another-horse-8"));
      assertThat(again.id()).isEqualTo(player.id());

      assertThat(unlinkFirst(again).status()).isEqualTo(200);
    }

    @Test
    void identityOfAnotherAccountIsNotFound() {
      TestPlayer player = in(browser.signIn("google", ann));
      TestPlayer stranger = server.newPlayer();
      String id =
          http.get("/auth/identities").as(player).send().data().get(0).path("id").asString();

      assertProblem(unlink(stranger, id), 404, "NOT_FOUND");
    }

    @Test
    void accountWithoutAnAddressCannotSetAPassword() {
      TestPlayer player = in(browser.signIn("epic", ann));

      assertProblem(
          http.post("/auth/set-password", "{}").as(player).send(), 409, "EMAIL_NOT_VERIFIED");
    }

    private HttpTestClient.Reply unlinkFirst(TestPlayer player) {
      return unlink(
          player,
          http.get("/auth/identities").as(player).send().data().get(0).path("id").asString());
    }

    private HttpTestClient.Reply unlink(TestPlayer player, String id) {
      return http.delete("/auth/identities/" + id).as(player).send();
    }
  }
}

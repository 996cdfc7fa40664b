package io.playledger.benchmarks.transfer;

import io.playledger.benchmarks.BenchmarkFailed;
import io.playledger.verification.books.Currency;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiCall;
import io.playledger.verification.http.ApiClient;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Players who are registered, logged in, and have money to pay each other with. */
public final class Payers {

  /** In what they pay. */
  static final Currency CURRENCY = Currency.USD;

  /** What each has at first: more than all transfers could take from one. */
  static final long OPENING_UNITS = 100_000_000_00L;

  private static final int AT_A_TIME = 8;
  private static final String PASSWORD = "Correct-Horse-1";

  private final List<Actor> actors;

  private Payers(List<Actor> actors) {
    this.actors = List.copyOf(actors);
  }

  /** Makes so many: {@code payer-0} and on. */
  public static Payers register(ApiClient client, Actor admin, int players)
      throws InterruptedException {
    List<Future<Actor>> entering = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
      for (int number = 0; number < players; number++) {
        String name = "payer-" + number;
        entering.add(threads.submit(() -> enter(client, admin, name)));
      }
    }
    List<Actor> actors = new ArrayList<>();
    for (Future<Actor> one : entering) {
      try {
        actors.add(one.get());
      } catch (ExecutionException failed) {
        throw new BenchmarkFailed("A player could not be made ready", failed.getCause());
      }
    }
    return new Payers(actors);
  }

  private static Actor enter(ApiClient client, Actor admin, String name) {
    Actor actor = new Actor(name, name + "@example.com", PASSWORD);
    must(
        client.send(
            ApiCall.of("register", "POST", "/auth/register", actor.registration())
                .keyed(UUID.randomUUID())));
    must(client.login(actor));
    must(
        client.send(
            ApiCall.of(
                    "credit",
                    "POST",
                    "/admin/wallets/" + actor.playerId() + "/credits",
                    Json.object()
                        .put("asset", CURRENCY.name())
                        .put("amount", CURRENCY.decimal(OPENING_UNITS))
                        .put("reason", "to pay with"))
                .as(admin)
                .keyed(UUID.randomUUID())));
    return actor;
  }

  static ApiReply must(ApiReply reply) {
    BenchmarkFailed.unless(reply.ok(), "The server refused: " + reply.brief());
    return reply;
  }

  public int count() {
    return actors.size();
  }

  public Actor actor(int number) {
    return actors.get(number);
  }

  /** The name of a player's account in the client's own books. */
  static String account(int number) {
    return "player-" + number;
  }
}

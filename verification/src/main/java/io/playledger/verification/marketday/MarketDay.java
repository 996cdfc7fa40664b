package io.playledger.verification.marketday;

import io.playledger.verification.Arguments;
import io.playledger.verification.books.ClientLedger;
import io.playledger.verification.day.DayActors;
import io.playledger.verification.day.DayPart;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.day.Desk;
import io.playledger.verification.day.Progress;
import io.playledger.verification.day.ScriptEnded;
import io.playledger.verification.day.Watch;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiClient;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.ApiSender;
import io.playledger.verification.http.Keys;
import io.playledger.verification.http.RetryPolicy;
import io.playledger.verification.http.RetryReason;
import io.playledger.verification.http.ServerGone;
import io.playledger.verification.journal.Journal;
import io.playledger.verification.journal.JournalledClient;
import io.playledger.verification.measure.Errors;
import io.playledger.verification.measure.Findings;
import io.playledger.verification.measure.Latencies;
import io.playledger.verification.measure.Pulse;
import io.playledger.verification.measure.Tally;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The market day: a seeded, repeatable day of many players who use only the HTTP API, and a report
 * on it. Exit status 0 where the report is clean, 1 where it is not, 2 for invalid options.
 *
 * <p>The admin's account comes from {@code PLAYLEDGER_ADMIN_EMAIL} and {@code
 * PLAYLEDGER_ADMIN_PASSWORD}.
 */
public final class MarketDay {

  public static final Set<String> OPTIONS =
      Set.of("url", "seed", "run", "players", "listings", "trades", "disputes", "at-a-time");

  private final MarketDaySettings settings;
  private final PrintStream out;
  private final PrintStream progress;
  private final Latencies latencies = new Latencies();
  private final Tally<RetryReason> retries = new Tally<>();

  /**
   * @param out takes the report
   * @param progress takes what shows how far it is
   */
  public MarketDay(MarketDaySettings settings, PrintStream out, PrintStream progress) {
    this.settings = settings;
    this.out = out;
    this.progress = progress;
  }

  /** Plays a day against a running server and exits with the verdict. */
  public static void main(String[] given) {
    try {
      Arguments arguments = Arguments.parse(given, OPTIONS, Set.of());
      MarketDaySettings settings = MarketDaySettings.of(arguments, System.getenv());
      System.exit(
          new MarketDay(settings, System.out, System.err).play(() -> {}, List.of()) ? 0 : 1);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
    }
  }

  /**
   * Plays it and prints the report.
   *
   * @param halfway run once in the middle of the market, on a thread of its own
   * @param closing lines for the reader, just before the verdict
   * @return whether the verdict is clean
   */
  public boolean play(Runnable halfway, List<String> closing) {
    RetryPolicy patience = RetryPolicy.patient(settings.seed());
    return play(patience, client -> client, day -> day.play(halfway), closing);
  }

  /**
   * Plays the market for as long as something else goes on, with clients who write down their
   * requests and the replies, and prints the report.
   *
   * @param other run on a thread of its own from the opening of the market on
   * @return whether the verdict is clean
   */
  public boolean playAlong(Consumer<Pulse> other, Journal journal, List<String> closing) {
    LongAdder acknowledged = new LongAdder();
    Pulse pulse = new Pulse(latencies::count, acknowledged::sum, retries::total);
    return play(
        RetryPolicy.eager(settings.seed()),
        client -> counting(new JournalledClient(client, journal), acknowledged),
        day -> day.playAlong(() -> other.accept(pulse)),
        closing);
  }

  private static ApiSender counting(ApiSender sender, LongAdder acknowledged) {
    return call -> {
      ApiReply reply = sender.send(call);
      if (reply.ok() && call.key() != null) {
        acknowledged.increment();
      }
      return reply;
    };
  }

  private boolean play(
      RetryPolicy patience,
      UnaryOperator<ApiSender> sender,
      Consumer<MarketDayCourse> course,
      List<String> closing) {
    try (Progress shown = new Progress(progress, latencies::count, retries::total);
        ApiClient client = new ApiClient(settings.url(), patience, latencies, retries)) {
      return play(client, sender.apply(client), shown, course, closing);
    } catch (ScriptEnded | ServerGone broken) {
      out.println("VERDICT: NOT CLEAN: " + broken.getMessage());
      return false;
    }
  }

  private boolean play(
      ApiClient client,
      ApiSender sender,
      Progress shown,
      Consumer<MarketDayCourse> course,
      List<String> closing) {
    long begin = System.nanoTime();
    Errors errors = new Errors();
    Findings findings = new Findings();
    Tally<String> repeats = new Tally<>();
    Keys keys = new Keys(settings.seed(), settings.run());
    Desk desk = new Desk(sender, keys, errors, findings, repeats);
    Actor admin = admin(client);
    List<Actor> players = DayActors.players(settings.size(), settings.run());
    // a player who can log in already has been here before: the run is repeated
    boolean repeated = client.login(players.getFirst()).ok();
    DayStage stage =
        new DayStage(
            settings.seed(),
            settings.size(),
            client,
            desk,
            new Watch(desk),
            repeated,
            admin,
            players,
            DayActors.moderators(settings.run()),
            new ClientLedger(),
            findings,
            shown);
    List<DayPart> parts = DayContexts.of(stage);
    course.accept(new MarketDayCourse(stage, parts, settings.atATime()));
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    DayEvidence evidence = new DayEvidence(stage, parts, latencies, errors, retries, repeats, took);
    return new MarketDayReport(evidence, closing, out).print();
  }

  private Actor admin(ApiClient client) {
    Actor admin = new Actor("admin", settings.adminEmail(), settings.adminPassword());
    ApiReply reply = client.login(admin);
    if (!reply.ok()) {
      throw new ScriptEnded("the admin cannot log in: " + reply.brief());
    }
    return admin;
  }
}

package io.playledger.verification.day;

import io.playledger.verification.day.Crew.Script;
import io.playledger.verification.http.ApiClient;
import io.playledger.verification.http.Session;
import io.playledger.verification.plan.DayPlan;
import io.playledger.verification.plan.DebitPlan;
import io.playledger.verification.plan.HoldPlan;
import io.playledger.verification.plan.ItemPlan;
import io.playledger.verification.plan.PlayerPlan;
import io.playledger.verification.plan.TransferPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Plays a planned day from the opening of the doors until every trade has ended. */
public final class Day {

  private static final Duration WINDOWS_MAX = Duration.ofMinutes(5);
  private static final int MODERATORS = 2;
  private static final int EXPIRING_LISTINGS = 3;

  private final Stage stage;
  private final Doors doors;
  private final Crew crew;
  private final ReviewScript reviews;

  /**
   * @param atATime scripts that are played at the same time
   */
  public Day(Stage stage, ApiClient client, int atATime) {
    this.stage = stage;
    this.doors = new Doors(client, stage.desk());
    this.crew = new Crew(atATime, stage.findings(), stage.progress());
    this.reviews = new ReviewScript(stage);
  }

  /** Players for a run; the tag keeps their names apart from those of other runs. */
  public static List<Session> sessions(DayPlan plan, String run) {
    return sessions("p", plan.players().size(), run);
  }

  /** Moderators for a run; they do not trade, so they judge no case of their own. */
  public static List<Session> moderators(String run) {
    return sessions("mod", MODERATORS, run);
  }

  private static List<Session> sessions(String prefix, int count, String run) {
    return IntStream.range(0, count)
        .mapToObj(number -> prefix + number + "-" + run)
        .map(name -> new Session(name, name + "@example.com", "Market-day 1 of " + name))
        .toList();
  }

  /**
   * Plays it all.
   *
   * @param halfway run once when half of the market's scripts are done, on a thread of its own
   */
  public void play(Runnable halfway) {
    open();
    market(halfway);
    close();
  }

  /**
   * Plays the market for as long as something else goes on, however much of the plan that takes;
   * what has begun by then is played to its end.
   */
  public void playAlong(Runnable other) {
    open();
    List<Script> scripts = shuffledScripts();
    stage.progress().phase("market", scripts.size());
    CompletableFuture<Void> others = CompletableFuture.runAsync(other, Thread::startVirtualThread);
    crew.play(scripts, others::isDone);
    others.join();
    close();
  }

  private void open() {
    DayPlan plan = stage.plan();
    PlayerScript script = new PlayerScript(stage, doors);
    stage.progress().phase("players come", plan.players().size());
    crew.play(
        plan.players().stream()
            .map(player -> new Script(player.step(), () -> script.play(player)))
            .toList());
    int number = 0;
    for (Session moderator : stage.moderators()) {
      String step = "moderator-" + number++;
      doors.enter(moderator, step);
      doors.promote(stage.admin(), moderator, "moderator", step);
    }
  }

  private void market(Runnable halfway) {
    List<Script> scripts = shuffledScripts();
    stage.progress().phase("market", scripts.size());
    stage.progress().when(Math.max(1, scripts.size() / 2), halfway);
    crew.play(scripts);
  }

  private List<Script> shuffledScripts() {
    List<Script> scripts = scripts();
    Collections.shuffle(scripts, new Random(stage.plan().seed()));
    return scripts;
  }

  private List<Script> scripts() {
    DayPlan plan = stage.plan();
    List<Script> all = new ArrayList<>();
    TradeScript trades = new TradeScript(stage, new DisputeScript(stage), reviews);
    ItemScript items = new ItemScript(stage, trades);
    for (ItemPlan item : plan.items()) {
      all.add(new Script(item.step(), () -> items.play(item)));
    }
    TransferScript transfers = new TransferScript(stage);
    for (TransferPlan transfer : plan.transfers()) {
      all.add(new Script(transfer.step(), () -> transfers.transfer(transfer)));
    }
    for (DebitPlan debit : plan.debits()) {
      all.add(new Script(debit.step(), () -> transfers.debit(debit)));
    }
    HoldScript holds = new HoldScript(stage, new Anchor(stage));
    for (HoldPlan hold : plan.holds()) {
      all.add(new Script(hold.step(), () -> holds.play(hold)));
    }
    for (ItemPlan item :
        plan.items().subList(0, Math.min(EXPIRING_LISTINGS, plan.items().size()))) {
      all.add(new Script(item.step() + "/expiring", () -> holds.expiringListing(item)));
    }
    ScoreScript scores = new ScoreScript(stage);
    for (PlayerPlan player : plan.players()) {
      all.add(new Script(player.step() + "/score", () -> scores.play(player)));
    }
    addVisits(all);
    return all;
  }

  private void addVisits(List<Script> all) {
    BrowseScript browse = new BrowseScript(stage);
    int visit = 0;
    for (int player : stage.plan().browsers()) {
      int number = visit++;
      all.add(new Script("visit-" + number, () -> browse.play(number, player)));
    }
    int trouble = 0;
    for (int player : stage.plan().troublemakers()) {
      String step = "trouble-" + trouble++;
      all.add(new Script(step, () -> new BadInputs(stage, player, step).play()));
      all.add(new Script(step, () -> new BadManners(stage, player, step).play()));
    }
  }

  /** Waits for the windows to end, then for the reviews of what ended late. */
  private void close() {
    List<TradeRecord> open =
        stage.record().trades().stream()
            .filter(
                trade ->
                    trade.id() != null && (!trade.over() || !trade.plan().scenario().endsAtOnce()))
            .toList();
    stage.progress().phase("windows end", open.size());
    crew.play(
        open.stream()
            .map(trade -> new Script(trade.plan().step() + "/end", () -> end(trade)))
            .toList());
  }

  private void end(TradeRecord trade) {
    Session buyer = stage.player(trade.plan().buyer());
    String path = "/trades/" + trade.id();
    trade.view(stage.watch().until(buyer, "trade.read", path, TradeRecord::over, WINDOWS_MAX));
    if (trade.over()) {
      reviews.play(trade);
    } else {
      stage.findings().add("never settled", trade.plan().step() + ": " + trade.view());
    }
  }
}

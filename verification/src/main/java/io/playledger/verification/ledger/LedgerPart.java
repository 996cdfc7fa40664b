package io.playledger.verification.ledger;

import io.playledger.verification.day.Crew.Script;
import io.playledger.verification.day.DayCheck;
import io.playledger.verification.day.DayPart;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.day.Outlays;
import io.playledger.verification.day.Troublemaker;
import io.playledger.verification.http.Actor;
import java.util.ArrayList;
import java.util.List;

/** Players are credited, pay each other and place holds. */
public final class LedgerPart implements DayPart {

  private final DayStage stage;
  private final LedgerPlan plan;
  private final CreditScript credits;
  private List<List<CreditPlan>> creditPlans = List.of();
  private AccountSums before;
  private Outlays outlays;

  public LedgerPart(DayStage stage) {
    this.stage = stage;
    this.plan = LedgerPlan.of(stage.seed(), stage.size());
    this.credits = new CreditScript(stage);
  }

  @Override
  public void reserve(Outlays all) {
    plan.reserve(all);
    outlays = all;
  }

  @Override
  public void begin() {
    creditPlans = LedgerPlan.credits(stage.seed(), stage.size(), outlays);
    before = AccountSums.read(stage.desk(), stage.admin(), 0);
  }

  @Override
  public void arrive(int player) {
    credits.play(player, creditPlans.get(player));
  }

  @Override
  public List<Script> scripts() {
    List<Script> all = new ArrayList<>();
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
    return all;
  }

  @Override
  public void visit(Actor visitor, int visit) {
    stage.desk().readNewestFirst(visitor, "transactions.read", "/wallet/transactions?limit=50");
  }

  @Override
  public void misuse(Troublemaker trouble) {
    new LedgerMisuse(trouble).play();
  }

  @Override
  public List<DayCheck> checks() {
    return List.of(
        new TrialBalanceCheck(before),
        new WalletsCheck(),
        new HistoryCheck(credits.firstCredits()));
  }
}

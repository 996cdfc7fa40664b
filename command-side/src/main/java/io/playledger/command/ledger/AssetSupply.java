package io.playledger.command.ledger;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.playledger.api.CommandRejected;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.command.RegisterAsset;
import io.playledger.api.ledger.event.AssetMinted;
import io.playledger.api.ledger.event.AssetRegistered;
import io.playledger.command.aggregate.Aggregates;
import io.playledger.command.aggregate.Root;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** A registered asset, with the amount minted on the latest day of minting. */
public class AssetSupply implements Root {

  @AggregateIdentifier private @Nullable String id;
  private AssetCode code;
  private @Nullable Long mintLimitUnitsPerDay;
  private @Nullable LocalDate mintDay;
  private long mintedUnitsOfDay;

  /** Required by Axon. */
  protected AssetSupply() {}

  static Aggregates<AssetSupply> in(Repository<AssetSupply> repository) {
    return new Aggregates<>(
        repository,
        AssetSupply::new,
        LedgerRejection.ASSET_NOT_FOUND,
        LedgerRejection.ASSET_ALREADY_REGISTERED);
  }

  static String idOf(AssetCode code) {
    return "asset-" + code;
  }

  @Override
  public boolean exists() {
    return id != null;
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RegisterAsset command) {
    requireAbsent(LedgerRejection.ASSET_ALREADY_REGISTERED);
    if (command.mintLimitUnitsPerDay() != null && command.mintLimitUnitsPerDay() <= 0) {
      throw new CommandRejected(LedgerRejection.MINT_LIMIT_NOT_POSITIVE);
    }
    apply(
        new AssetRegistered(
            command.asset(), command.transferable(), command.mintLimitUnitsPerDay(), command.at()));
  }

  /**
   * Rejects with MINT_LIMIT_REACHED if the amount exceeds the rest of the day's limit.
   *
   * @param units positive
   */
  void checkMint(long units, Instant at) {
    if (mintLimitUnitsPerDay == null) {
      return;
    }
    long left = mintLimitUnitsPerDay - mintedOn(mintDayOf(at));
    if (units > left) {
      throw new CommandRejected(
          LedgerRejection.MINT_LIMIT_REACHED,
          Map.of("asset", code.value(), "leftUnits", Long.toString(left)));
    }
  }

  /** Counts an amount that was checked before. */
  void mint(long units, Instant at) {
    if (mintLimitUnitsPerDay != null) {
      LocalDate day = mintDayOf(at);
      apply(new AssetMinted(code, day, units, mintedOn(day) + units, at));
    }
  }

  /**
   * The day that counts: never earlier than the latest one, so that a clock that runs behind opens
   * no day again.
   */
  private LocalDate mintDayOf(Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return mintDay != null && mintDay.isAfter(day) ? mintDay : day;
  }

  private long mintedOn(LocalDate day) {
    return day.equals(mintDay) ? mintedUnitsOfDay : 0;
  }

  @EventSourcingHandler
  void on(AssetRegistered event) {
    code = event.asset().code();
    id = idOf(code);
    mintLimitUnitsPerDay = event.mintLimitUnitsPerDay();
  }

  @EventSourcingHandler
  void on(AssetMinted event) {
    mintDay = event.day();
    mintedUnitsOfDay = event.unitsOfDay();
  }
}

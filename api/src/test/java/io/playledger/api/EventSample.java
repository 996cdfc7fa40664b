package io.playledger.api;

import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.Asset;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeTerms;
import io.playledger.api.score.BoardId;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/** Makes the same filled instance of a record in every build. */
final class EventSample {

  private static final AssetCode GOLD = new AssetCode("GOLD");
  private static final Instant AT = Instant.parse("2026-11-21T10:15:30.123456Z");

  private EventSample() {}

  static <T> T of(Class<T> type) {
    return type.cast(value(type, type.getSimpleName()));
  }

  private static Object value(Class<?> type, String path) {
    if (type == long.class || type == Long.class) {
      return 1_234_567_890_123L;
    } else if (type == int.class || type == Integer.class) {
      return 4;
    } else if (type == boolean.class) {
      return true;
    } else if (type == String.class) {
      return "text-of-" + path.substring(path.lastIndexOf('.') + 1);
    } else if (type == UUID.class) {
      return new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0000L | path.hashCode() & 0xffffffL);
    } else if (type == Instant.class) {
      return AT;
    } else if (type == LocalDate.class) {
      return LocalDate.parse("2026-11-21");
    } else if (type == TradeTerms.class) {
      return new TradeTerms(
          250, Duration.ofHours(72), Duration.ofHours(48), Duration.ofDays(7), Ruling.REFUND);
    } else if (type == Postings.class) {
      return postings();
    } else if (type == AssetCode.class) {
      return GOLD;
    } else if (type == Asset.class) {
      return new Asset(GOLD, 0);
    } else if (type == Amount.class) {
      return new Amount(GOLD, 750);
    } else if (type == BoardId.class) {
      return BoardId.GLOBAL;
    } else if (type.isEnum()) {
      return type.getEnumConstants()[0];
    } else if (type.isRecord()) {
      return record(type, path);
    }
    throw new AssertionError("No sample for " + type + " at " + path);
  }

  private static Postings postings() {
    UUID owner = (UUID) value(UUID.class, "owner");
    return Postings.of(
        new Posting(AccountId.parse("wallet:" + owner), GOLD, -750, TransactionType.TRANSFER_OUT),
        new Posting(AccountId.FEES, GOLD, 18, TransactionType.TRADE_FEE),
        new Posting(AccountId.escrow(owner), GOLD, 732, TransactionType.ESCROW_FUNDING));
  }

  private static Object record(Class<?> type, String path) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values =
        Arrays.stream(components)
            .map(component -> value(component.getType(), path + "." + component.getName()))
            .toArray();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException broken) {
      throw new AssertionError("No sample of " + type, broken);
    }
  }
}

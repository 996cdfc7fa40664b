package io.playledger.query;

import io.playledger.api.AsOf;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Turns the moment of a read into conditions on rows that have a position and an instant. */
public final class Moment {

  private Moment() {}

  /** The condition that a row existed at that moment. */
  public static Condition reached(AsOf asOf, Field<Long> position, Field<Instant> at) {
    return switch (asOf) {
      case AsOf.Latest() -> DSL.noCondition();
      case AsOf.AtPosition(long last) -> position.le(last);
      case AsOf.AtInstant(Instant last) -> at.le(last);
    };
  }

  /** The condition that the end recorded in a row was later than that moment. */
  public static Condition notYet(AsOf asOf, Field<Long> position, Field<Instant> at) {
    return switch (asOf) {
      case AsOf.Latest() -> position.isNull();
      case AsOf.AtPosition(long last) -> position.isNull().or(position.gt(last));
      case AsOf.AtInstant(Instant last) -> at.isNull().or(at.gt(last));
    };
  }
}

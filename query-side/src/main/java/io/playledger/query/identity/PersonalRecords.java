package io.playledger.query.identity;

import static io.playledger.projection.jooq.tables.AccountBalance.ACCOUNT_BALANCE;
import static io.playledger.projection.jooq.tables.Activity.ACTIVITY;
import static io.playledger.projection.jooq.tables.ActivityParty.ACTIVITY_PARTY;
import static io.playledger.projection.jooq.tables.Dispute.DISPUTE;
import static io.playledger.projection.jooq.tables.Escrow.ESCROW;
import static io.playledger.projection.jooq.tables.EscrowParty.ESCROW_PARTY;
import static io.playledger.projection.jooq.tables.EscrowTimeline.ESCROW_TIMELINE;
import static io.playledger.projection.jooq.tables.Hold.HOLD;
import static io.playledger.projection.jooq.tables.LedgerTransaction.LEDGER_TRANSACTION;
import static io.playledger.projection.jooq.tables.Listing.LISTING;
import static io.playledger.projection.jooq.tables.Player.PLAYER;
import static io.playledger.projection.jooq.tables.Posting.POSTING;
import static io.playledger.projection.jooq.tables.Reputation.REPUTATION;
import static io.playledger.projection.jooq.tables.ReputationChange.REPUTATION_CHANGE;
import static io.playledger.projection.jooq.tables.Review.REVIEW;
import static io.playledger.projection.jooq.tables.Score.SCORE;
import static io.playledger.projection.jooq.tables.ScoreHistory.SCORE_HISTORY;
import static io.playledger.projection.jooq.tables.Trade.TRADE;
import static io.playledger.projection.jooq.tables.Wallet.WALLET;

import io.playledger.api.PersonalText;
import io.playledger.api.PersonalTexts;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Every row of the read tables that is about one person, as it stands there, with texts revealed.
 * Amounts are in smallest units. Every read table is named here, either as one with rows about
 * persons or among {@link #NOBODYS}.
 */
public final class PersonalRecords {

  /** Read tables with nothing about anybody in them who has not been erased. */
  public static final Set<String> NOBODYS = Set.of("asset", "erased_seller");

  private static final int ROWS_AT_A_TIME = 500;

  /** Kept for searching, made of other columns. */
  private static final Set<String> DERIVED = Set.of("search", "folded_name");

  private record Part(Table<?> table, Function<PlayerId, Condition> ofPerson) {}

  private static final List<Part> PARTS =
      List.of(
          new Part(PLAYER, PLAYER.ID::eq),
          new Part(WALLET, WALLET.OWNER::eq),
          new Part(ACCOUNT_BALANCE, person -> ACCOUNT_BALANCE.ACCOUNT.eq(AccountId.wallet(person))),
          new Part(POSTING, person -> POSTING.ACCOUNT.eq(AccountId.wallet(person))),
          new Part(
              LEDGER_TRANSACTION,
              person ->
                  LEDGER_TRANSACTION.ID.in(
                      DSL.select(POSTING.TRANSACTION)
                          .from(POSTING)
                          .where(POSTING.ACCOUNT.eq(AccountId.wallet(person))))),
          new Part(HOLD, person -> HOLD.OWNER.eq(person).or(HOLD.PAYEE.eq(person))),
          new Part(LISTING, LISTING.SELLER::eq),
          new Part(TRADE, person -> TRADE.BUYER.eq(person).or(TRADE.SELLER.eq(person))),
          new Part(REVIEW, person -> REVIEW.REVIEWER.eq(person).or(REVIEW.REVIEWED.eq(person))),
          new Part(ESCROW_PARTY, PersonalRecords::isParty),
          new Part(ESCROW, person -> ESCROW.BUYER.eq(person).or(ESCROW.SELLER.eq(person))),
          new Part(ESCROW_TIMELINE, PersonalRecords::seenInEscrow),
          new Part(
              DISPUTE,
              person ->
                  DISPUTE
                      .BUYER
                      .eq(person)
                      .or(DISPUTE.SELLER.eq(person))
                      .or(DISPUTE.HANDLER.eq(person))),
          new Part(REPUTATION, REPUTATION.PLAYER::eq),
          new Part(REPUTATION_CHANGE, REPUTATION_CHANGE.PLAYER::eq),
          new Part(SCORE, SCORE.PLAYER::eq),
          new Part(SCORE_HISTORY, SCORE_HISTORY.PLAYER::eq),
          new Part(ACTIVITY, ACTIVITY.PLAYER::eq),
          new Part(ACTIVITY_PARTY, ACTIVITY_PARTY.PLAYER::eq));

  private final DSLContext sql;
  private final PersonalTexts texts;

  /**
   * Reads through this.
   *
   * @param sql reads the tables that the connection's {@code search_path} names; renders no schema
   */
  public PersonalRecords(DSLContext sql, PersonalTexts texts) {
    this.sql = sql;
    this.texts = texts;
  }

  /** Takes what is found. */
  public interface Taker {

    /** Rows of this table follow, perhaps none. */
    void table(String name);

    /** A row, by column. */
    void row(Map<String, Object> columns);

    /** That was the last row of the table. */
    void end();
  }

  /** Names of the tables that are read. */
  public static Set<String> tables() {
    return PARTS.stream().map(part -> part.table().getName()).collect(Collectors.toSet());
  }

  /** Gives every row; call in a transaction, or all rows of a table are fetched at once. */
  public void read(PlayerId person, Taker taker) {
    for (Part part : PARTS) {
      taker.table(part.table().getName());
      rows(part, person, taker::row);
      taker.end();
    }
  }

  private void rows(Part part, PlayerId person, Consumer<Map<String, Object>> each) {
    try (Cursor<Record> found =
        sql.select(List.of(part.table().fields()).stream().filter(PersonalRecords::isOwn).toList())
            .from(part.table())
            .where(part.ofPerson().apply(person))
            .fetchSize(ROWS_AT_A_TIME)
            .fetchLazy()) {
      found.forEach(row -> each.accept(columns(row)));
    }
  }

  private static boolean isOwn(Field<?> field) {
    return !DERIVED.contains(field.getName());
  }

  private Map<String, Object> columns(Record row) {
    Map<String, Object> columns = new LinkedHashMap<>();
    for (Field<?> field : row.fields()) {
      Object value = row.get(field);
      columns.put(
          camelCase(field.getName()),
          value instanceof PersonalText text ? texts.revealOrErased(text) : value);
    }
    return columns;
  }

  private static String camelCase(String column) {
    StringBuilder name = new StringBuilder();
    for (String word : column.split("_")) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }

  private static Condition isParty(PlayerId person) {
    return ESCROW_PARTY.BUYER.eq(person).or(ESCROW_PARTY.SELLER.eq(person));
  }

  /** What a party may see, and what the person did as a moderator. */
  private static Condition seenInEscrow(PlayerId person) {
    return ESCROW_TIMELINE
        .CONFIDENTIAL
        .isFalse()
        .and(
            ESCROW_TIMELINE.ESCROW.in(
                DSL.select(ESCROW_PARTY.ESCROW).from(ESCROW_PARTY).where(isParty(person))))
        .or(ESCROW_TIMELINE.ACTOR.eq(person.toString()));
  }
}

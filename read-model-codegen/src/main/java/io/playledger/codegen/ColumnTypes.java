package io.playledger.codegen;

import java.util.List;
import java.util.stream.Stream;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.LambdaConverter;

/**
 * Maps columns of the read tables to types of the domain, so that ids, codes and states are never
 * plain UUIDs and strings in Java.
 */
final class ColumnTypes {

  private static final String API = "io.playledger.api.";
  private static final String PROJECTION = "io.playledger.projection.";

  private ColumnTypes() {}

  static List<ForcedType> all() {
    return Stream.of(ids(), ledger(), states(), texts(), instants()).flatMap(List::stream).toList();
  }

  private static List<ForcedType> ids() {
    return List.of(
        wrapped(
            "identity.PlayerId",
            "player\\.id|.*\\.(player|owner|payee|seller|buyer|reviewer|reviewed|handler|opened_by)"),
        wrapped("market.ListingId", "listing\\.id|trade\\.listing"),
        wrapped("market.TradeId", "(trade|escrow)\\.id|.*\\.(trade|escrow)"),
        wrapped(
            "ledger.TransactionId",
            "ledger_transaction\\.id|.*\\.(transaction|reverses|reversed_by)"),
        wrapped("ledger.HoldId", "hold\\.id"),
        wrapped("score.BoardId", ".*\\.board"));
  }

  private static List<ForcedType> ledger() {
    return List.of(
        wrapped("ledger.AssetCode", "asset\\.code|.*\\.asset"),
        lambda(
            "ledger.AccountId",
            ".*\\.(account|counterparty)",
            API + "ledger.AccountId::parse",
            "io.playledger.api.ledger.AccountId::toString"));
  }

  private static List<ForcedType> states() {
    return List.of(
        named("ledger.AccountKind", "account_balance\\.kind"),
        named("ledger.TransactionType", "posting\\.reason"),
        named("ledger.HoldView.State", "hold\\.state"),
        named("market.ListingStatus", "listing\\.status"),
        named("market.TradeStatus", "trade\\.status"),
        named("market.TradeOutcome", "(trade|escrow)\\.outcome"),
        named("escrow.EscrowStatus", "escrow\\.status"),
        named("escrow.DisputeState", "dispute\\.state"),
        named("market.Ruling", "dispute\\.ruling"),
        named("reputation.ReputationAction", "reputation_change\\.action"));
  }

  private static List<ForcedType> texts() {
    return List.of(
        json(API + "PersonalText", ".*\\.(memo|purpose|message|comment|words)"),
        json(API + "market.TradeTerms", ".*\\.terms"),
        json(PROJECTION + "Facts", ".*\\.facts"));
  }

  private static List<ForcedType> instants() {
    return List.of(new ForcedType().withName("INSTANT").withIncludeTypes("(?i:timestamp.*)"));
  }

  /** An id record around one value. */
  private static ForcedType wrapped(String type, String columns) {
    return lambda(type, columns, API + type + "::new", API + type + "::value");
  }

  private static ForcedType lambda(String type, String columns, String from, String to) {
    return new ForcedType()
        .withUserType(API + type)
        .withLambdaConverter(new LambdaConverter().withFrom(from).withTo(to))
        .withIncludeExpression(columns(columns));
  }

  private static ForcedType named(String type, String columns) {
    return new ForcedType()
        .withUserType(API + type)
        .withEnumConverter(true)
        .withIncludeExpression(columns(columns));
  }

  private static ForcedType json(String type, String columns) {
    return new ForcedType()
        .withUserType(type)
        .withConverter("new %sJsonColumn<>(%s.class)".formatted(PROJECTION, type))
        .withIncludeExpression(columns(columns));
  }

  /** jOOQ matches the qualified name, including the schema. */
  private static String columns(String expression) {
    return "read_model\\.(" + expression + ")";
  }
}

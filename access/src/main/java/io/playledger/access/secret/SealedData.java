package io.playledger.access.secret;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The encrypted data of schema {@code auth} and its columns. A box exists only for one of these, so
 * a change of the master key reaches all encrypted values.
 */
public enum SealedData {
  EMAILS(
      "email",
      new Place("account", "email_sealed", "id::text", "id"),
      new Place("email_change", "email_sealed", "account_id::text", "account_id")),
  SESSION_ADDRESSES(
      "session-address", new Place("session", "address_sealed", "'session/' || id::text", "id")),
  SECOND_FACTORS(
      "second-factor",
      new Place(
          "second_factor", "secret_sealed", "'second-factor/' || account_id::text", "account_id")),
  EXTERNAL_IDENTITIES(
      "external-identity",
      new Place(
          "external_identity",
          "subject_sealed",
          "'external-identity/' || id::text || '/subject'",
          "id"),
      new Place(
          "external_identity", "name_sealed", "'external-identity/' || id::text || '/name'", "id")),
  SIGN_IN_STEPS(
      "sign-in-step",
      new Place(
          "sign_in_step",
          "sealed",
          "'sign-in-step/' || kind || '/' || encode(hash, 'hex')",
          "hash")),
  MAILS("mail", new Place("mail_outbox", "content_sealed", "'mail/' || id::text", "id")),
  PERSON_KEYS(
      "person-keys",
      new Place("person_key", "wrapped", "person::text || '/' || key_id", "person", "key_id")),
  SIGNING_KEYS("signing-keys", new Place("signing_key", "sealed", "kid", "generation")),
  HASH_KEYS("hash-keys", new Place("hash_key", "sealed", "'hash-key/' || purpose", "purpose"));

  private final String purpose;
  private final List<Place> places;

  SealedData(String purpose, Place... places) {
    this.purpose = purpose;
    this.places = List.of(places);
  }

  /**
   * A column of encrypted values.
   *
   * @param table in schema {@code auth}
   * @param column nullable
   * @param context SQL expression over the row for the text to which each value is bound
   * @param key columns of the primary key
   */
  record Place(String table, String column, String context, List<String> key) {

    Place(String table, String column, String context, String... key) {
      this(table, column, context, List.of(key));
    }

    @Override
    public String toString() {
      return table + "." + column;
    }
  }

  /** The purpose for which its key is derived. */
  String purpose() {
    return purpose;
  }

  List<Place> places() {
    return places;
  }

  /** All columns of encrypted values. */
  static Stream<Place> allPlaces() {
    return Arrays.stream(values()).flatMap(data -> data.places().stream());
  }
}

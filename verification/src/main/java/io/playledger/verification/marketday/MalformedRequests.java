package io.playledger.verification.marketday;

import io.playledger.verification.day.DayPart;
import io.playledger.verification.day.Troublemaker;
import io.playledger.verification.http.ApiCall;
import io.playledger.verification.http.Json;
import tools.jackson.databind.node.ObjectNode;

/** Requests that no operation could take, whatever its context: bodies, keys, paths, methods. */
final class MalformedRequests implements DayPart {

  private static final int OVERSIZED_BYTES = 400_000;
  private static final String TRANSFERS = "/wallet/transfers";

  @Override
  public void misuse(Troublemaker trouble) {
    String payee = trouble.other().playerId();
    bodies(trouble, payee);
    keys(trouble, payee);
    trouble.refusedRead(trouble.who(), "path", "/nothing-here", "NOT_FOUND");
    ApiCall put = ApiCall.of("bad.request", "PUT", "/wallet", null).as(trouble.who());
    trouble.refusedAsIs("method", put, "METHOD_NOT_ALLOWED");
  }

  private static void bodies(Troublemaker trouble, String payee) {
    raw(trouble, "broken-json", "{\"to\":\"" + payee + "\",", "MALFORMED_BODY");
    raw(trouble, "no-object", "[1,2,3]", "VALIDATION_FAILED", "MALFORMED_BODY");
    raw(trouble, "empty", "", "VALIDATION_FAILED", "MALFORMED_BODY");
    ObjectNode wrong = transfer(payee);
    wrong.putObject("amount").put("value", 1);
    refuse(trouble, "wrong-type", wrong, "VALIDATION_FAILED", "MALFORMED_BODY");
    ObjectNode number = transfer(payee).put("amount", 12.5);
    refuse(trouble, "amount-as-number", number, "VALIDATION_FAILED", "MALFORMED_BODY");
    ObjectNode extra = transfer(payee).put("tip", "1");
    refuse(trouble, "unknown-property", extra, "VALIDATION_FAILED", "MALFORMED_BODY");
    ObjectNode large = transfer(payee).put("memo", "x".repeat(OVERSIZED_BYTES));
    refuse(trouble, "oversized", large, "BODY_TOO_LARGE");
    ApiCall text =
        trouble.call("text", TRANSFERS, transfer(payee)).header("Content-Type", "text/plain");
    trouble.refusedAsIs("text", text, "MEDIA_TYPE_NOT_SUPPORTED");
  }

  private static void keys(Troublemaker trouble, String payee) {
    ApiCall keyless = trouble.unkeyed("POST", TRANSFERS, transfer(payee));
    trouble.refusedAsIs("no-key", keyless, "IDEMPOTENCY_KEY_MISSING");
    ApiCall noUuid = keyless.header("Idempotency-Key", "abc");
    trouble.refusedAsIs("key-no-uuid", noUuid, "VALIDATION_FAILED", "IDEMPOTENCY_KEY_MISSING");
    ObjectNode first = transfer(payee).put("amount", "-1");
    refuse(trouble, "reused", first, "AMOUNT_NOT_POSITIVE");
    ApiCall second = trouble.call("reused", TRANSFERS, transfer(payee));
    trouble.refusedAsIs("reused-for-other", second, "IDEMPOTENCY_KEY_REUSED");
  }

  private static ObjectNode transfer(String payee) {
    return Json.object().put("to", payee).put("asset", "USD").put("amount", "1");
  }

  private static void refuse(Troublemaker trouble, String name, ObjectNode body, String... codes) {
    trouble.refusedAsIs(name, trouble.call(name, TRANSFERS, body), codes);
  }

  private static void raw(Troublemaker trouble, String name, String body, String... codes) {
    trouble.refusedAsIs(name, trouble.raw(name, TRANSFERS, body), codes);
  }
}

package io.playledger.verification.marketday;

import io.playledger.verification.day.DayPart;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.http.RetryReason;
import io.playledger.verification.measure.Errors;
import io.playledger.verification.measure.Latencies;
import io.playledger.verification.measure.Tally;
import java.time.Duration;
import java.util.List;

/**
 * All that the report goes by.
 *
 * @param parts that were played; each has checks of its own
 * @param took how long the day was
 */
record DayEvidence(
    DayStage stage,
    List<DayPart> parts,
    Latencies latencies,
    Errors errors,
    Tally<RetryReason> retries,
    Tally<String> repeats,
    Duration took) {}

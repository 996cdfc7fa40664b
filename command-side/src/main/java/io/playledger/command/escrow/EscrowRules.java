package io.playledger.command.escrow;

import io.playledger.api.CommandRejected;
import io.playledger.api.escrow.EscrowRejection;
import io.playledger.api.escrow.EscrowStatus;
import java.time.Instant;
import java.util.Map;

/** Rules on the state of an escrow and the time. */
final class EscrowRules {

  private EscrowRules() {}

  static void deliverable(EscrowStatus status) {
    switch (status) {
      case FUNDED -> {}
      case DELIVERED, CONFIRMED -> reject(EscrowRejection.ESCROW_ALREADY_DELIVERED);
      case DISPUTED -> reject(EscrowRejection.ESCROW_DISPUTED);
      case CANCELLATION_AGREED, RULED, RELEASED, REFUNDED, SPLIT ->
          reject(EscrowRejection.ESCROW_FINISHED);
    }
  }

  /** Rejects a second confirmation in the same way before and after the settlement. */
  static void confirmable(EscrowStatus status, boolean confirmed) {
    if (confirmed) {
      reject(EscrowRejection.ESCROW_ALREADY_CONFIRMED);
    }
    switch (status) {
      case DELIVERED -> {}
      case FUNDED -> reject(EscrowRejection.ESCROW_NOT_DELIVERED);
      case CONFIRMED -> reject(EscrowRejection.ESCROW_ALREADY_CONFIRMED);
      case DISPUTED -> reject(EscrowRejection.ESCROW_DISPUTED);
      case CANCELLATION_AGREED, RULED, RELEASED, REFUNDED, SPLIT ->
          reject(EscrowRejection.ESCROW_FINISHED);
    }
  }

  /** Requires that it is not decided yet who receives the funds. */
  static void undecided(EscrowStatus status) {
    switch (status) {
      case FUNDED, DELIVERED -> {}
      case CONFIRMED -> reject(EscrowRejection.ESCROW_ALREADY_CONFIRMED);
      case DISPUTED -> reject(EscrowRejection.ESCROW_DISPUTED);
      case CANCELLATION_AGREED, RULED, RELEASED, REFUNDED, SPLIT ->
          reject(EscrowRejection.ESCROW_FINISHED);
    }
  }

  /** Requires that the escrow is not settled. */
  static void unsettled(EscrowStatus status) {
    switch (status) {
      case FUNDED, DELIVERED, CONFIRMED, CANCELLATION_AGREED, DISPUTED, RULED -> {}
      case RELEASED, REFUNDED, SPLIT -> reject(EscrowRejection.ESCROW_FINISHED);
    }
  }

  static void complaintInTime(Instant complainBy, Instant at) {
    if (!at.isBefore(complainBy)) {
      throw new CommandRejected(
          EscrowRejection.COMPLAINT_WINDOW_ENDED, Map.of("complainBy", complainBy.toString()));
    }
  }

  static void arbitrationOverdue(Instant decideBy, Instant at) {
    if (at.isBefore(decideBy)) {
      throw new CommandRejected(
          EscrowRejection.ARBITRATION_NOT_OVERDUE, Map.of("decideBy", decideBy.toString()));
    }
  }

  static void windowOver(Instant deadline, Instant at) {
    if (at.isBefore(deadline)) {
      throw new CommandRejected(
          EscrowRejection.ESCROW_NOT_SETTLEABLE, Map.of("notBefore", deadline.toString()));
    }
  }

  static void reject(EscrowRejection reason) {
    throw new CommandRejected(reason);
  }
}

package io.playledger.benchmarks.replay;

import io.playledger.runtime.command.RejectionCodec;

/** For a node that sends no commands. */
final class NoRejections implements RejectionCodec {

  @Override
  public boolean isRejection(Throwable failure) {
    return false;
  }

  @Override
  public String toJson(Throwable rejection) {
    throw new IllegalStateException("no commands are sent here", rejection);
  }

  @Override
  public RuntimeException fromJson(String json) {
    throw new IllegalStateException("no commands are sent here: " + json);
  }
}

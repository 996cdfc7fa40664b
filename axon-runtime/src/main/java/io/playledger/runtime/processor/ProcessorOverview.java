package io.playledger.runtime.processor;

import java.util.List;

/** The processors of this node. */
public interface ProcessorOverview {

  /** All processors, by name. */
  List<ProcessorStatus> processors();

  /** Stops a processor after its current batch. Throws {@link UnknownProcessorException}. */
  void pause(String processor);

  /** Starts it again where it was stopped. */
  void resume(String processor);
}

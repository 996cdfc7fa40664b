package io.playledger.eventstore;

/**
 * All limits of the event store. Reaching one causes an exception that names it, never a hang.
 *
 * @param queueCommandsMax commands waiting for the writer; further callers wait
 * @param enqueueWaitMillisMax how long a caller waits for a place in the queue
 * @param appendWaitMillisMax how long a caller waits for its events to be durable, place included
 * @param batchCommandsMax commands in one transaction
 * @param batchEventsMax events in one transaction; a larger command goes alone
 * @param batchBytesMax payload and metadata bytes in one transaction; a larger command is refused
 * @param commandEventsMax events of one command
 * @param eventBytesMax payload and metadata bytes of one event
 * @param identifierBytesMax bytes of an aggregate id, event id or type name
 * @param connectWaitMillisMax how long the writer tries to reconnect before waiting commands fail
 * @param lockWaitMillisMax how long the writer waits for another node's batch
 * @param statementMillisMax how long one statement of the writer may run
 * @param pageEventsMax events a reader fetches in one statement
 * @param snapshotsKeptMax snapshots kept of one aggregate
 * @param auditPageRecordsMax records in one page of the audit reader
 * @param auditScanEventsMax log positions one page of the audit reader may look at
 */
public record EventStoreLimits(
    int queueCommandsMax,
    long enqueueWaitMillisMax,
    long appendWaitMillisMax,
    int batchCommandsMax,
    int batchEventsMax,
    long batchBytesMax,
    int commandEventsMax,
    int eventBytesMax,
    int identifierBytesMax,
    long connectWaitMillisMax,
    int lockWaitMillisMax,
    int statementMillisMax,
    int pageEventsMax,
    int snapshotsKeptMax,
    int auditPageRecordsMax,
    int auditScanEventsMax) {

  public EventStoreLimits {
    positive("queueCommandsMax", queueCommandsMax);
    positive("enqueueWaitMillisMax", enqueueWaitMillisMax);
    positive("appendWaitMillisMax", appendWaitMillisMax);
    positive("batchCommandsMax", batchCommandsMax);
    positive("batchEventsMax", batchEventsMax);
    positive("batchBytesMax", batchBytesMax);
    positive("commandEventsMax", commandEventsMax);
    positive("eventBytesMax", eventBytesMax);
    positive("identifierBytesMax", identifierBytesMax);
    positive("connectWaitMillisMax", connectWaitMillisMax);
    positive("lockWaitMillisMax", lockWaitMillisMax);
    positive("statementMillisMax", statementMillisMax);
    positive("pageEventsMax", pageEventsMax);
    positive("snapshotsKeptMax", snapshotsKeptMax);
    positive("auditPageRecordsMax", auditPageRecordsMax);
    positive("auditScanEventsMax", auditScanEventsMax);
  }

  private static void positive(String name, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be positive, was " + value);
    }
  }

  public static EventStoreLimits defaults() {
    return new EventStoreLimits(
        8_192, 2_000, 30_000, 512, 1_024, 8L << 20, 2_000, 1 << 20, 512, 15_000, 10_000, 20_000,
        1_000, 2, 500, 100_000);
  }

  public EventStoreLimits withQueueCommandsMax(int value) {
    return new EventStoreLimits(
        value,
        enqueueWaitMillisMax,
        appendWaitMillisMax,
        batchCommandsMax,
        batchEventsMax,
        batchBytesMax,
        commandEventsMax,
        eventBytesMax,
        identifierBytesMax,
        connectWaitMillisMax,
        lockWaitMillisMax,
        statementMillisMax,
        pageEventsMax,
        snapshotsKeptMax,
        auditPageRecordsMax,
        auditScanEventsMax);
  }

  public EventStoreLimits withWaits(
      long enqueueMillisMax, long appendMillisMax, long connectMillisMax) {
    return new EventStoreLimits(
        queueCommandsMax,
        enqueueMillisMax,
        appendMillisMax,
        batchCommandsMax,
        batchEventsMax,
        batchBytesMax,
        commandEventsMax,
        eventBytesMax,
        identifierBytesMax,
        connectMillisMax,
        lockWaitMillisMax,
        statementMillisMax,
        pageEventsMax,
        snapshotsKeptMax,
        auditPageRecordsMax,
        auditScanEventsMax);
  }

  public EventStoreLimits withPages(int events, int auditRecords, int auditScanEvents) {
    return new EventStoreLimits(
        queueCommandsMax,
        enqueueWaitMillisMax,
        appendWaitMillisMax,
        batchCommandsMax,
        batchEventsMax,
        batchBytesMax,
        commandEventsMax,
        eventBytesMax,
        identifierBytesMax,
        connectWaitMillisMax,
        lockWaitMillisMax,
        statementMillisMax,
        events,
        snapshotsKeptMax,
        auditRecords,
        auditScanEvents);
  }
}

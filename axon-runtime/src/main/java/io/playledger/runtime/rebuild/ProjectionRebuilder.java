package io.playledger.runtime.rebuild;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Rebuilds projections without downtime: the log is replayed through the same handlers into shadow
 * tables, which are compared with the live ones at exactly the same position and take their place
 * in one transaction. Readers see the old rows until then; only the projection itself pauses for
 * the last few events.
 */
public interface ProjectionRebuilder {

  /**
   * Starts a rebuild in the background.
   *
   * @param projection name as in {@code @Projection}
   * @param mode whether to switch
   * @return id for {@link #find}
   * @throws RebuildRefusedException when one of this projection is running
   */
  UUID start(String projection, RebuildMode mode);

  /** The current state of the rebuild. */
  Optional<RebuildStatus> find(UUID id);

  /** The last rebuilds, newest first. */
  List<RebuildStatus> latest(int limit);

  /** Names of all projections that can be rebuilt. */
  List<String> projections();
}

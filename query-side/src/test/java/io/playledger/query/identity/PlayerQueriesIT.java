package io.playledger.query.identity;

import static io.playledger.query.Day.ADA;
import static io.playledger.query.Day.BOB;
import static io.playledger.query.Day.NOON;
import static io.playledger.query.Day.at;
import static io.playledger.query.Day.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.identity.FindPlayer;
import io.playledger.api.identity.PlayerBanned;
import io.playledger.api.identity.PlayerUnbanned;
import io.playledger.api.identity.PlayerView;
import io.playledger.api.identity.Role;
import io.playledger.api.identity.RoleGranted;
import io.playledger.api.reputation.FindReputation;
import io.playledger.api.reputation.ReputationAction;
import io.playledger.api.reputation.ReputationChanged;
import io.playledger.api.reputation.ReputationView;
import io.playledger.query.ReadTables;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlayerQueriesIT {

  @RegisterExtension final ReadTables tables = new ReadTables();

  @Test
  void playerHasNameAndRoles() throws Exception {
    tables.happened(
        registered(tables, ADA, "ada"), new RoleGranted(ADA, Role.SERVER_OWNER, null, at(1)));

    assertThat(tables.ask(new FindPlayer(ADA)))
        .isEqualTo(new PlayerView(ADA, "ada", Set.of(Role.PLAYER, Role.SERVER_OWNER), false, NOON));
    assertThat(tables.ask(new FindPlayer(BOB))).isNull();
  }

  @Test
  void banIsShownUntilItIsLiftedOrEnds() throws Exception {
    tables.happened(registered(tables, ADA, "ada"), new PlayerBanned(ADA, null, null, at(1)));
    assertThat(tables.ask(new FindPlayer(ADA)).banned()).isTrue();

    tables.happened(new PlayerUnbanned(ADA, null, at(2)));
    assertThat(tables.ask(new FindPlayer(ADA)).banned()).isFalse();

    tables.happened(new PlayerBanned(ADA, null, at(4), at(3)));
    assertThat(tables.ask(new FindPlayer(ADA)).banned()).isFalse();
  }

  @Test
  void reputationIsZeroUntilItChanges() throws Exception {
    assertThat(tables.ask(new FindReputation(ADA))).isEqualTo(new ReputationView(ADA, 0, 0));
    tables.happened(moved(5, 5), moved(-2, 3));

    assertThat(tables.ask(new FindReputation(ADA))).isEqualTo(new ReputationView(ADA, 3, 2));
  }

  private static ReputationChanged moved(int delta, int score) {
    return new ReputationChanged(
        ADA, ReputationAction.TRADE_REVIEWED, delta, score, 1, null, null, at(1));
  }
}

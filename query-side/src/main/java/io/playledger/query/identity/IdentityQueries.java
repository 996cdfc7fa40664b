package io.playledger.query.identity;

import static io.playledger.projection.jooq.tables.Player.PLAYER;

import io.playledger.api.identity.FindPlayer;
import io.playledger.api.identity.PlayerView;
import io.playledger.api.identity.Role;
import io.playledger.query.QueryContext;
import io.playledger.query.QueryTools;
import io.playledger.query.ReadTable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Answers queries about players. */
public final class IdentityQueries implements QueryContext {

  private final DSLContext sql;

  public IdentityQueries(QueryTools tools) {
    this.sql = tools.sql();
  }

  @Override
  public List<ReadTable> tables() {
    return List.of(ReadTable.ofPersons(PLAYER, PLAYER.ID));
  }

  @QueryHandler
  @Nullable PlayerView answer(FindPlayer query) {
    return sql.select(PLAYER.ID, PLAYER.USERNAME, PLAYER.ROLES, bannedNow(), PLAYER.REGISTERED_AT)
        .from(PLAYER)
        .where(PLAYER.ID.eq(query.player()))
        .fetchOne(
            row ->
                new PlayerView(
                    row.value1(), row.value2(), roles(row.value3()), row.value4(), row.value5()));
  }

  private static Field<Boolean> bannedNow() {
    return DSL.field(
        DSL.condition(PLAYER.BANNED)
            .and(
                PLAYER
                    .BANNED_UNTIL
                    .isNull()
                    .or(PLAYER.BANNED_UNTIL.gt(DSL.currentTimestamp().cast(PLAYER.BANNED_UNTIL)))));
  }

  private static Set<Role> roles(String[] wireNames) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : wireNames) {
      roles.add(Role.ofWireName(name));
    }
    return roles;
  }
}

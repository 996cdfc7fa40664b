package io.playledger.projection.identity;

import static io.playledger.projection.jooq.tables.Player.PLAYER;

import io.playledger.api.PersonalTexts;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.PlayerRegistered;
import io.playledger.api.identity.Role;
import io.playledger.projection.MissingRowException;
import io.playledger.projection.TableBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Changes of a batch to players. */
final class PlayerBatch {

  private final TableBatch<PlayerId> players = new TableBatch<>(PLAYER, PLAYER.ID);
  private final Map<PlayerId, List<String>> rolesOfNew = new HashMap<>();
  private final Map<PlayerId, List<RoleChange>> roleChanges = new LinkedHashMap<>();
  private final List<PlayerId> erased = new ArrayList<>();

  /**
   * @param granted or revoked
   */
  private record RoleChange(Role role, boolean granted) {

    void applyTo(List<String> roles) {
      if (granted) {
        roles.add(role.name());
      } else {
        roles.removeIf(role.name()::equals);
      }
    }
  }

  void register(PlayerRegistered event, String username, long position) {
    players
        .insert(event.player())
        .set(PLAYER.USERNAME, username)
        .set(PLAYER.BANNED, false)
        .set(PLAYER.REGISTERED_AT, event.at())
        .set(PLAYER.POSITION, position);
    rolesOfNew.put(event.player(), List.of(Role.PLAYER.name()));
  }

  void grant(PlayerId player, Role role) {
    change(player, new RoleChange(role, true));
  }

  void revoke(PlayerId player, Role role) {
    change(player, new RoleChange(role, false));
  }

  private void change(PlayerId player, RoleChange change) {
    roleChanges.computeIfAbsent(player, _ -> new ArrayList<>()).add(change);
  }

  /**
   * @param until end of the ban; none: a permanent or a lifted ban
   */
  void ban(PlayerId player, boolean banned, @Nullable Instant until) {
    players.update(player).set(PLAYER.BANNED, banned).set(PLAYER.BANNED_UNTIL, until);
  }

  void erase(PlayerId player) {
    erased.add(player);
  }

  /** Writes all gathered changes. */
  void writeTo(DSLContext sql) {
    Map<PlayerId, List<String>> before = rolesBefore(sql);
    rolesOfNew.forEach((player, roles) -> players.update(player).set(PLAYER.ROLES, array(roles)));
    roleChanges.forEach(
        (player, changes) -> {
          List<String> roles = before.get(player);
          if (roles == null) {
            throw new MissingRowException(PLAYER, player);
          }
          List<String> after = new ArrayList<>(roles);
          changes.forEach(change -> change.applyTo(after));
          players.update(player).set(PLAYER.ROLES, array(after));
        });
    erased.forEach(
        player ->
            players
                .update(player)
                .set(PLAYER.USERNAME, PersonalTexts.ERASED)
                .set(PLAYER.ROLES, new String[0]));
    players.writeTo(sql);
  }

  private Map<PlayerId, List<String>> rolesBefore(DSLContext sql) {
    Map<PlayerId, List<String>> roles = new HashMap<>(rolesOfNew);
    List<PlayerId> stored =
        roleChanges.keySet().stream().filter(player -> !roles.containsKey(player)).toList();
    if (!stored.isEmpty()) {
      sql.select(PLAYER.ID, PLAYER.ROLES)
          .from(PLAYER)
          .where(PLAYER.ID.in(stored))
          .forEach(row -> roles.put(row.value1(), List.of(row.value2())));
    }
    return roles;
  }

  private static String[] array(List<String> roles) {
    return roles.toArray(String[]::new);
  }
}

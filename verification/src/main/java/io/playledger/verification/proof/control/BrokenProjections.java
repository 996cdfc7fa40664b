package io.playledger.verification.proof.control;

import io.playledger.api.PersonalTexts;
import io.playledger.projection.identity.IdentityProjection;
import io.playledger.verification.proof.log.CheckName;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Bugs in the handlers that write the read tables. */
final class BrokenProjections {

  private BrokenProjections() {}

  static List<Control> all() {
    return List.of(
        new LiveBug(
            "double credit in a projection",
            CheckName.BALANCES_EQUAL_EVENTS,
            BeanBug.around(DSLContext.class, (sql, _) -> doubling(sql)),
            (company, _) -> company.transfer(0, 1, 7)),
        new LiveBug(
            "projection that swallows a missing row",
            CheckName.READ_TABLES_EQUAL_REPLAY,
            BeanBug.around(
                IdentityProjection.class,
                (_, context) ->
                    new ForgivingIdentityProjection(
                        context.getBean(DSLContext.class), context.getBean(PersonalTexts.class))),
            (company, _) -> company.grant(company.newcomer("forgiven"), "moderator")),
        new LiveBug(
            "event that a handler cannot bear",
            CheckName.DEAD_LETTERS_EXPLAINED,
            BeanBug.around(
                IdentityProjection.class,
                (_, context) ->
                    new ChokingIdentityProjection(
                        context.getBean(DSLContext.class), context.getBean(PersonalTexts.class))),
            (company, _) -> company.grant(company.newcomer("choked"), "moderator")));
  }

  /** Whatever is added to a balance that is there already is added twice. */
  private static DSLContext doubling(DSLContext sql) {
    ConnectionProvider connections = sql.configuration().connectionProvider();
    return DSL.using(
        sql.configuration()
            .derive(
                new ConnectionProvider() {
                  @Override
                  public Connection acquire() {
                    return (Connection)
                        Proxy.newProxyInstance(
                            Connection.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            new Doubling(connections.acquire()));
                  }

                  @Override
                  public void release(Connection connection) {
                    connections.release(
                        ((Doubling) Proxy.getInvocationHandler(connection)).connection());
                  }
                }));
  }

  /** A connection that prepares another statement than it was given. */
  private record Doubling(Connection connection) implements InvocationHandler {

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (method.getName().equals("prepareStatement")
          && ((String) arguments[0]).contains("account_balance")) {
        arguments[0] = ((String) arguments[0]).replaceAll("(excluded\\.\"?posted\"?)", "($1 * 2)");
      }
      try {
        return method.invoke(connection, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }
}

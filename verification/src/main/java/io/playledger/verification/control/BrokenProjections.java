package io.playledger.verification.control;

import io.playledger.api.PersonalTexts;
import io.playledger.projection.identity.IdentityProjection;
import io.playledger.verification.check.CheckName;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;

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
    ExecuteListener listener =
        new ExecuteListener() {
          private static final long serialVersionUID = 1L;

          @Override
          public void renderEnd(ExecuteContext context) {
            String text = context.sql();
            if (text != null && text.contains("account_balance")) {
              context.sql(text.replaceAll("(excluded\\.\"?posted\"?)", "($1 * 2)"));
            }
          }
        };
    return DSL.using(sql.configuration().derive(new DefaultExecuteListenerProvider(listener)));
  }
}

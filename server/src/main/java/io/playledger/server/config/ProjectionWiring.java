package io.playledger.server.config;

import io.playledger.api.Context;
import io.playledger.api.Contexts;
import io.playledger.api.PersonalTexts;
import io.playledger.projection.ProjectionTools;
import io.playledger.projection.ReadModel;
import org.jooq.DSLContext;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * The handlers that write the read tables, one of each context; the runtime finds them by their
 * annotation.
 */
@Configuration(proxyBeanMethods = false)
@Import(ProjectionWiring.Projections.class)
public class ProjectionWiring {

  static final class Projections implements BeanRegistrar {

    @Override
    public void register(BeanRegistry beans, Environment environment) {
      for (Context context : Contexts.all()) {
        ReadModel.projection(context).ifPresent(type -> register(beans, context, type));
      }
    }

    private static <P> void register(BeanRegistry beans, Context context, Class<P> type) {
      beans.registerBean(
          type,
          bean ->
              bean.supplier(
                  others ->
                      ReadModel.projection(
                          context,
                          type,
                          new ProjectionTools(
                              others.bean(DSLContext.class), others.bean(PersonalTexts.class)))));
    }
  }
}

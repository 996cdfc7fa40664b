package io.playledger.server.pages;

import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The settings in the settings records of every module. */
public final class Settings {

  private static final Sources SOURCES = new Sources(Path.of(".."));

  private final List<Setting> found = new ArrayList<>();

  private Settings() {}

  /** All settings. A setting in two records is in the list twice. */
  static List<Setting> all() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    Settings settings = new Settings();
    scanner.findCandidateComponents("io.playledger").stream()
        .<Class<?>>map(bean -> ClassUtils.resolveClassName(bean.getBeanClassName(), null))
        .sorted(Comparator.comparing(Class::getName))
        .forEach(
            type -> settings.add(type.getAnnotation(ConfigurationProperties.class).value(), type));
    return settings.found;
  }

  /** The names of all settings as environment variables. */
  public static List<String> environmentNames() {
    return all().stream().map(Setting::environmentName).toList();
  }

  /** Components of the same nested type are one: {@code <site>} for a type {@code Site}. */
  private void add(String prefix, Class<?> owner) {
    Set<Class<?>> nested = new HashSet<>();
    for (Parameter component : components(owner)) {
      Class<?> type = component.getType();
      String name = DataObjectPropertyName.toDashedForm(component.getName());
      if (!type.isRecord()) {
        found.add(setting(prefix + "." + name, owner, component));
      } else if (nested.add(type)) {
        long several = Arrays.stream(components(owner)).filter(c -> c.getType() == type).count();
        String shared = "<" + type.getSimpleName().toLowerCase(Locale.ROOT) + ">";
        add(prefix + "." + (several == 1 ? name : shared), type);
      }
    }
  }

  private static Setting setting(String name, Class<?> owner, Parameter component) {
    DefaultValue value = component.getAnnotation(DefaultValue.class);
    return new Setting(
        Map.class.isAssignableFrom(component.getType()) ? name + ".*" : name,
        new TypeDescriptor(ResolvableType.forType(component.getParameterizedType()), null, null),
        value == null ? "" : String.join(", ", value.value()),
        SOURCES.parameter(owner, component.getName()));
  }

  /** The components of a record, as parameters of its constructor, which have the annotations. */
  private static Parameter[] components(Class<?> owner) {
    return owner.getDeclaredConstructors()[0].getParameters();
  }
}

package io.playledger.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.runtime.processor.ProcessorKind;
import io.playledger.runtime.processor.ProcessorSettings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The settings files repeat no default of the settings records. */
class SettingsFilesTest {

  private static final String MAIN = "application.yaml";
  private static final String DEMO = "application-demo.yaml";
  private static final String AXON_SERVER = "application-axon-server.yaml";

  private static final ConversionService CONVERSION =
      ApplicationConversionService.getSharedInstance();

  @ParameterizedTest
  @ValueSource(strings = {MAIN, DEMO, AXON_SERVER})
  void everyKeyIsASetting(String name) throws IOException {
    List<Setting> settings = Settings.all();
    assertThat(SettingsFile.of(name).values().keySet())
        .filteredOn(key -> key.startsWith("playledger."))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(settings).as(key).anyMatch(known -> known.isSetBy(key)));
  }

  @ParameterizedTest
  @ValueSource(strings = {MAIN, DEMO, AXON_SERVER})
  void noValueRepeatsADefault(String name) throws IOException {
    eachValue(
        name,
        (setting, value) -> {
          if (!name.equals(MAIN) || !SettingsFile.isPlaceholder(value)) {
            assertThat(converted(setting, SettingsFile.resolved(value)))
                .as("%s in %s repeats the default", setting.name(), name)
                .isNotEqualTo(converted(setting, setting.text()));
          }
        });
  }

  @Test
  void settingWithoutItsVariableHasTheDefault() throws IOException {
    eachValue(
        MAIN,
        (setting, value) -> {
          if (SettingsFile.isPlaceholder(value)) {
            assertThat(SettingsFile.resolved(value)).as(setting.name()).isEqualTo(setting.text());
          }
        });
  }

  @Test
  void everySettingIsReadFromItsEnvironmentVariable() {
    for (Setting setting : Settings.all()) {
      if (!setting.isMap() && !setting.name().contains("<")) {
        String source = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        StandardEnvironment environment = new StandardEnvironment();
        environment
            .getPropertySources()
            .replace(
                source,
                new SystemEnvironmentPropertySource(
                    source, Map.of(setting.environmentName(), "value")));
        assertThat(Binder.get(environment).bind(setting.name(), String.class).orElse("none"))
            .as(setting.environmentName())
            .isEqualTo("value");
      }
    }
  }

  @Test
  void noProcessorRepeatsTheSettingsOfItsKind() throws IOException {
    Map<String, String> exceptions = SettingsFile.of(MAIN).below("playledger.runtime.processors.");
    assertThat(exceptions).isNotEmpty();
    for (ProcessorKind kind : ProcessorKind.values()) {
      ProcessorSettings defaults = ProcessorSettings.defaultsOf(kind);
      exceptions.forEach(
          (key, value) -> {
            if (key.startsWith(kind.processorName(""))) {
              int repeated = key.endsWith(".segments") ? defaults.segments() : defaults.batchSize();
              assertThat(value).as(key).isNotEqualTo(String.valueOf(repeated));
            }
          });
    }
  }

  private static void eachValue(String file, BiConsumer<Setting, String> check) throws IOException {
    Map<String, String> values = SettingsFile.of(file).values();
    for (Setting setting : Settings.all()) {
      values.forEach(
          (key, value) -> {
            if (!setting.isMap() && setting.isSetBy(key)) {
              check.accept(setting, value);
            }
          });
    }
  }

  private static Object converted(Setting setting, String text) {
    TypeDescriptor string = TypeDescriptor.valueOf(String.class);
    return CONVERSION.canConvert(string, setting.type())
        ? CONVERSION.convert(text, string, setting.type())
        : text;
  }
}

package br.gov.sp.prefeitura.redeinfo.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

@DisplayName("The container's files")
class ContainerFilesTest {

  private static final Pattern LAYER = Pattern.compile("<layer>(.+?)</layer>");
  private static final Pattern COPIED = Pattern.compile("/build/layers/([a-z-]+)/ ");

  @Test
  @DisplayName("compose PostgreSQL 17, the application and a mail catcher, on loopback only")
  void composeServices() throws IOException {
    Map<String, Map<String, Map<String, Object>>> compose = yaml(Path.of("docker-compose.yml"));
    Map<String, Map<String, Object>> services = compose.get("services");

    assertThat(services).containsOnlyKeys("database", "mail", "application");
    assertThat(services.get("database"))
        .containsEntry("image", "postgres:17")
        .containsKey("healthcheck")
        .doesNotContainKey("ports");
    assertThat(services.get("application")).containsEntry("build", ".");
    assertThat(environment(services))
        .containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://database:5432/rede_info")
        .containsEntry("SPRING_MAIL_HOST", "${SPRING_MAIL_HOST:-mail}");
    assertThat(services.values())
        .flatExtracting(service -> (List<?>) service.getOrDefault("ports", List.of()))
        .isNotEmpty()
        .allMatch(port -> port.toString().startsWith("127.0.0.1:"));
  }

  @Test
  @DisplayName("put every layer of the jar into the image but the embedded database")
  void imageHoldsEveryLayerButTheDatabase() throws IOException {
    List<String> layers = all(LAYER, Files.readString(Path.of("src", "main", "layers.xml")));
    List<String> copied = all(COPIED, Files.readString(Path.of("Dockerfile")));

    assertThat(layers).contains("embedded-database", "application");
    assertThat(copied)
        .containsExactlyElementsOf(
            layers.stream().filter(layer -> !layer.equals("embedded-database")).toList());
  }

  @Test
  @DisplayName("run the application as a user without rights, watched by a health check")
  void imageRunsUnprivileged() throws IOException {
    String dockerfile = Files.readString(Path.of("Dockerfile"));

    assertThat(dockerfile)
        .containsSubsequence("USER rede-info", "HEALTHCHECK", "/actuator/health", "ENTRYPOINT")
        .contains("SPRING_PROFILES_ACTIVE=production");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> environment(Map<String, Map<String, Object>> services) {
    return (Map<String, Object>) services.get("application").get("environment");
  }

  private static <T> T yaml(Path file) throws IOException {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }
}

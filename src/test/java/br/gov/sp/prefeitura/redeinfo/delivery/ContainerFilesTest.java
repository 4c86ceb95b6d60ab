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
  @DisplayName(
      "compose two nodes behind a proxy, PostgreSQL 17 and a mail catcher, on loopback only")
  void composeServices() throws IOException {
    Map<String, Map<String, Map<String, Object>>> compose = yaml(Path.of("docker-compose.yml"));
    Map<String, Map<String, Object>> services = compose.get("services");

    assertThat(services).containsOnlyKeys("database", "mail", "node-1", "node-2", "proxy");
    assertThat(services.get("database"))
        .containsEntry("image", "postgres:17")
        .containsKey("healthcheck")
        .doesNotContainKey("ports");
    assertThat(services.get("node-1"))
        .containsEntry("build", ".")
        .isEqualTo(services.get("node-2"))
        .doesNotContainKey("ports");
    assertThat(environment(services))
        .containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://database:5432/rede_info")
        .containsEntry("SPRING_MAIL_HOST", "${SPRING_MAIL_HOST:-mail}")
        .containsEntry("SERVER_FORWARD_HEADERS_STRATEGY", "native");
    assertThat(services.values())
        .flatExtracting(service -> (List<?>) service.getOrDefault("ports", List.of()))
        .isNotEmpty()
        .allMatch(port -> port.toString().startsWith("127.0.0.1:"));
  }

  @Test
  @DisplayName("give a node longer to end than its parts take, and the proxy time to notice")
  void nodesEndInGoodOrder() throws IOException {
    Map<String, Map<String, Map<String, Object>>> compose = yaml(Path.of("docker-compose.yml"));
    Map<String, Map<String, Object>> services = compose.get("services");
    String proxy = Files.readString(Path.of("docker", "haproxy.cfg"));

    assertThat(environment(services)).containsEntry("REDE_INFO_SHUTDOWN_PAUSE", "5s");
    assertThat(services.get("node-1")).containsEntry("stop_grace_period", "60s");
    assertThat(proxy)
        .contains(
            "/actuator/health/readiness",
            "inter 1s fall 2",
            "server node-1 node-1:8080",
            "server node-2 node-2:8080",
            "http-request del-header X-Forwarded-For",
            "retry-on conn-failure")
        .doesNotContain("cookie", "option httplog");
  }

  @Test
  @DisplayName("answer in words while no node serves")
  void proxyHasWords() throws IOException {
    assertThat(Files.readString(Path.of("docker", "503.http")))
        .startsWith("HTTP/1.1 503 ")
        .contains("\r\n\r\n<!DOCTYPE html>", "Volte em instantes");
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
    return (Map<String, Object>) services.get("node-1").get("environment");
  }

  private static <T> T yaml(Path file) throws IOException {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }
}

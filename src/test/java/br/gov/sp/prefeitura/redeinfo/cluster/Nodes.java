package br.gov.sp.prefeitura.redeinfo.cluster;

import static org.awaitility.Awaitility.await;

import br.gov.sp.prefeitura.redeinfo.support.JavaProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** Nodes of the application, each a process of its own, behind one address. */
final class Nodes implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final FailoverProxy proxy = new FailoverProxy();
  private final List<Node> running = new ArrayList<>();
  private final List<String> arguments;

  /**
   * @param unused a folder that must stay empty: the nodes have a database
   * @param more settings, as arguments of the program
   */
  Nodes(JdbcConnectionDetails database, int mailPort, Path unused, String... more) {
    arguments = new ArrayList<>(List.of(more));
    arguments.addAll(
        List.of(
            "--server.port=0",
            "--spring.datasource.url=" + database.getJdbcUrl(),
            "--spring.datasource.username=" + database.getUsername(),
            "--spring.datasource.password=" + database.getPassword(),
            "--rede-info.embedded-database.directory=" + unused,
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + mailPort,
            "--rede-info.notification.max-per-minute=0",
            // What a killed node had taken is free again soon.
            "--rede-info.notification.lease=5s",
            "--rede-info.notification.poll-interval=1s",
            "--camunda.bpm.job-execution.lock-time-in-millis=3000",
            "--camunda.bpm.job-execution.wait-time-in-millis=200",
            "--camunda.bpm.job-execution.max-wait=500",
            "--rede-info.shutdown.pause=1s"));
  }

  /** Starts what is missing, at the same time, and waits until the proxy knows them. */
  void ensure(int count) {
    List<JavaProcess> starting =
        Stream.generate(() -> JavaProcess.startApplication(arguments.toArray(String[]::new)))
            .limit(Math.max(0, count - running.size()))
            .toList();
    starting.forEach(
        process -> {
          int port = process.awaitPort();
          running.add(new Node(process, port));
          proxy.add(port);
        });
    await("nodes that are ready")
        .atMost(PATIENCE)
        .until(() -> proxy.readyNodes() == running.size());
  }

  int port() {
    return proxy.port();
  }

  Node oldest() {
    return running.get(0);
  }

  Node newest() {
    return running.get(running.size() - 1);
  }

  /** {@code kill -9} of the node that has run longest. */
  void killOldest() {
    Node node = running.remove(0);
    node.process().kill();
    proxy.remove(node.port());
  }

  /** Asks the node that has run longest to end, as a rolling restart does; its last words. */
  String terminateOldest() {
    Node node = running.remove(0);
    node.process().terminate();
    proxy.remove(node.port());
    return node.process().output();
  }

  @Override
  public void close() {
    running.forEach(node -> node.process().close());
    proxy.close();
  }

  record Node(JavaProcess process, int port) {}
}

package br.gov.sp.prefeitura.redeinfo.shared.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL whose data outlives the application, however that ends. It listens on the
 * loopback interface alone and asks for a password that only the folder's owner can read; the
 * application's role is no superuser, as on a server that somebody else runs.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgresServer.class);
  private static final String SUPERUSER = "postgres";
  private static final String NAME = "rede_info";
  private static final String SETTINGS_FILE = "rede-info.conf";

  private final DataFolder folder;
  private final PostgresPrograms programs;
  private final Map<String, String> settings;
  private final int port;

  private EmbeddedPostgresServer(
      DataFolder folder, PostgresPrograms programs, int port, Map<String, String> settings) {
    this.folder = folder;
    this.programs = programs;
    this.port = port;
    this.settings = settings;
  }

  static EmbeddedPostgresServer start(EmbeddedDatabaseProperties properties) {
    Path binaries = properties.directory().resolve("binaries");
    return start(properties.directory(), binaries, properties.port(), properties.settings());
  }

  /**
   * Takes the folder, ends an orphan that a killed application left there, makes the cluster if
   * there is none, and starts the server.
   *
   * @param directory folder of the cluster
   * @param binaries folder of the unpacked programs
   * @param port port on loopback; 0 takes a free one
   * @param settings what is to differ from PostgreSQL's defaults and ours
   * @throws EmbeddedDatabaseException if it cannot serve; the folder is free again then
   */
  public static EmbeddedPostgresServer start(
      Path directory, Path binaries, int port, Map<String, String> settings) {
    DataFolder folder = DataFolder.open(directory);
    try {
      PostgresPrograms programs = new PostgresPrograms(PostgresBinaries.unpackedIn(binaries));
      EmbeddedPostgresServer server =
          new EmbeddedPostgresServer(folder, programs, port == 0 ? freePort() : port, settings);
      server.start();
      return server;
    } catch (IOException e) {
      folder.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private void start() throws IOException {
    stopOrphan();
    if (!Files.exists(folder.cluster())) {
      makeCluster();
    }
    startServer();
    try {
      makeDatabase();
    } catch (RuntimeException e) {
      programs.stop(folder.cluster());
      throw e;
    }
    LOG.info("Embedded PostgreSQL serves {} on loopback port {}", folder.cluster(), port);
  }

  private void stopOrphan() throws IOException {
    Optional<ProcessHandle> orphan = Postmaster.of(folder.cluster());
    if (orphan.isPresent()) {
      LOG.warn(
          "Stopping PostgreSQL {}, left by an application that was killed", orphan.get().pid());
      programs.stop(folder.cluster());
    } else if (Files.deleteIfExists(Postmaster.pidFile(folder.cluster()))) {
      LOG.warn("PostgreSQL was killed; it recovers from its write-ahead log now");
    }
  }

  /** Made aside and moved into place in one step: an interrupted start leaves no half cluster. */
  private void makeCluster() throws IOException {
    Path unfinished = folder.unfinishedCluster();
    FileSystemUtils.deleteRecursively(unfinished);
    folder.makePassword();
    programs.initdb(unfinished, SUPERUSER, folder.passwordFile(), isDurable());
    Files.writeString(
        unfinished.resolve("postgresql.conf"),
        "include '" + SETTINGS_FILE + "'\n",
        StandardOpenOption.APPEND);
    Files.move(unfinished, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void startServer() throws IOException {
    Files.createDirectories(folder.log());
    Files.writeString(folder.cluster().resolve(SETTINGS_FILE), settingsFile());
    Path startLog = folder.log().resolve("start.log");
    Files.deleteIfExists(startLog);
    programs.start(folder.cluster(), startLog);
  }

  private String settingsFile() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("listen_addresses", "127.0.0.1");
    all.put("port", Integer.toString(port));
    all.put("unix_socket_directories", "");
    all.put("fsync", "on");
    all.put("synchronous_commit", "on");
    all.put("full_page_writes", "on");
    all.put("timezone", "America/Sao_Paulo");
    all.put("log_timezone", "America/Sao_Paulo");
    all.put("logging_collector", "on");
    all.put("log_directory", folder.log().toString());
    all.put("log_filename", "postgresql-%a.log");
    all.put("log_truncate_on_rotation", "on");
    // Statements and details of errors would carry names and addresses into the log.
    all.put("log_min_error_statement", "panic");
    all.put("log_error_verbosity", "terse");
    all.putAll(settings);
    return all.entrySet().stream()
        .map(entry -> entry.getKey() + " = '" + entry.getValue().replace("'", "''") + "'\n")
        .collect(Collectors.joining());
  }

  private boolean isDurable() {
    return !"off".equals(settings.get("fsync"));
  }

  private void makeDatabase() {
    String password = folder.password();
    String postgres = url("postgres");
    try (Connection connection = DriverManager.getConnection(postgres, SUPERUSER, password);
        Statement statement = connection.createStatement()) {
      if (isMissing(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + NAME + "'")) {
        statement.execute("CREATE ROLE " + NAME + " LOGIN CREATEDB PASSWORD '" + password + "'");
      }
      if (isMissing(statement, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
        statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
      }
    } catch (SQLException e) {
      throw new EmbeddedDatabaseException(
          "The database in " + folder.cluster() + " does not let the application in: " + e,
          "If the password file is not this database's, restore it or move both away.",
          e);
    }
  }

  private static boolean isMissing(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      return !result.next();
    }
  }

  /** How the application reaches its database. */
  public JdbcConnectionDetails connectionDetails() {
    return connectionDetails(NAME);
  }

  /** How a database of this server is reached by the application's role. */
  public JdbcConnectionDetails connectionDetails(String database) {
    return new ConnectionDetails(url(database), NAME, folder.password());
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Whether the server's process lives. */
  boolean isRunning() {
    return process().isPresent();
  }

  /** The server's process, if it lives. */
  Optional<ProcessHandle> process() {
    try {
      return Postmaster.of(folder.cluster());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the server again, at the same place, after its process has died. */
  void restart() {
    try {
      Files.deleteIfExists(Postmaster.pidFile(folder.cluster()));
      startServer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops the server and sets the folder free. */
  @Override
  public void close() {
    try {
      if (isRunning()) {
        programs.stop(folder.cluster());
      }
      LOG.info("Embedded PostgreSQL stopped");
    } finally {
      folder.close();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private record ConnectionDetails(String url, String user, String password)
      implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
      return url;
    }

    @Override
    public String getUsername() {
      return user;
    }

    @Override
    public String getPassword() {
      return password;
    }

    @Override
    public String toString() {
      return url;
    }
  }
}

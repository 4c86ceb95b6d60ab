package br.gov.sp.prefeitura.redeinfo.shared.database;

import java.nio.file.Path;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * {@code java -jar rede-info-aberta.jar backup FOLDER}: copies the embedded database while the
 * application runs, in a process of its own with nothing of the application but its settings.
 */
public final class BackupCommand {

  private static final String NAME = "backup";

  private BackupCommand() {}

  /** Whether the program was started to take a backup. */
  public static boolean isMeant(String... arguments) {
    return arguments.length > 0 && NAME.equals(arguments[0]);
  }

  /**
   * Takes the backup.
   *
   * @return the exit code
   */
  public static int run(String... arguments) {
    SpringApplication application = new SpringApplication(Runner.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setLogStartupInfo(false);
    return SpringApplication.exit(application.run(arguments));
  }

  /** No bean of the application: only {@link #run} makes one. */
  static final class Runner implements ApplicationRunner {

    private final Environment environment;

    Runner(Environment environment) {
      this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
      if (arguments.getNonOptionArgs().size() != 2) {
        throw new EmbeddedDatabaseException(
            "The command backup takes the folder to write to.",
            "For instance: java -jar rede-info-aberta.jar backup backups/monday");
      }
      EmbeddedDatabaseProperties properties =
          Binder.get(environment)
              .bindOrCreate("rede-info.embedded-database", EmbeddedDatabaseProperties.class);
      new DatabaseBackup(properties.directory(), Path.of(arguments.getNonOptionArgs().get(1)))
          .take();
    }
  }
}

package br.gov.sp.prefeitura.redeinfo;

import br.gov.sp.prefeitura.redeinfo.shared.database.BackupCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Rede INFO Aberta: the workflow application of the network of open government focal points. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class RedeInfoApplication {

  public static void main(String[] args) {
    if (BackupCommand.isMeant(args)) {
      System.exit(BackupCommand.run(args));
    }
    SpringApplication.run(RedeInfoApplication.class, args);
  }
}

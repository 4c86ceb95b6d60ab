package br.gov.sp.prefeitura.redeinfo.shared.files;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where files that people send are kept.
 *
 * @param store where new files go; what was kept before stays readable where it is
 * @param folder the folder of files, the same for all nodes
 * @param keepUnknown how old a file of the folder is, of which the database knows nothing, before
 *     it is removed
 */
@ConfigurationProperties("rede-info.files")
record FilesProperties(
    @DefaultValue("database") Store store,
    @DefaultValue("files") Path folder,
    @DefaultValue("7d") Duration keepUnknown) {

  /** Where the bytes of a file are. */
  enum Store {
    DATABASE,
    FOLDER
  }
}

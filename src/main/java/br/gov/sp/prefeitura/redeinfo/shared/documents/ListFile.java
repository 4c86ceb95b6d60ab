package br.gov.sp.prefeitura.redeinfo.shared.documents;

import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a list is that somebody sends, less than other files may be: it is read in memory.
 *
 * @param maxFile the largest file; 10,000 persons are some 2 MB
 */
@ConfigurationProperties("rede-info.lists")
public record ListFile(@DefaultValue("5MB") DataSize maxFile) {

  public long maxBytes() {
    return maxFile.toBytes();
  }

  public long maxMegabytes() {
    return maxFile.toMegabytes();
  }

  /**
   * @throws Refusal (too large) at the field {@code file}
   */
  public void requireSize(long bytes) {
    if (bytes > maxBytes()) {
      throw Refusal.tooLarge(TableReader.FIELD, "table.file-too-large", maxMegabytes());
    }
  }
}

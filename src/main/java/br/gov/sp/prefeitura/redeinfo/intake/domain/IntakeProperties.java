package br.gov.sp.prefeitura.redeinfo.intake.domain;

import br.gov.sp.prefeitura.redeinfo.shared.documents.TableLimits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a list is taken, and how long it waits.
 *
 * @param maxLines of a list, below its header
 * @param maxColumns of a list, those that are not read included
 * @param maxUnpacked of everything inside a workbook
 * @param keepWaiting how long a list that is not confirmed is kept
 * @param keepClosed how long it is known that there was a list, without its lines
 */
@ConfigurationProperties("rede-info.intake")
record IntakeProperties(
    @DefaultValue("10000") int maxLines,
    @DefaultValue("60") int maxColumns,
    @DefaultValue("32MB") DataSize maxUnpacked,
    @DefaultValue("48h") Duration keepWaiting,
    @DefaultValue("365d") Duration keepClosed) {

  private static final int CELL_LENGTH = 1000;

  TableLimits limits() {
    return new TableLimits(maxLines, maxColumns, CELL_LENGTH, maxUnpacked.toBytes());
  }
}
